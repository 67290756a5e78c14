import { describe, expect, test } from 'vitest'
import { defaultActionCards } from '#content/action-cards/default-action-cards.ts'
import { defaultForms } from '#content/forms/default-forms.ts'
import { news } from '#content/forms/news.ts'
import { EntryId, ZoneId } from '#domain/base/ids.ts'
import { FormId } from '#domain/forms/form-reference.ts'
import { findActiveForm } from '#domain/forms/questionnaire.ts'
import { mayBeChanged, mayBeTakenOutOfUse } from '#domain/form-versions/app-forms.ts'
import {
  isFormDraft,
  nextVersionDraft,
  openFormDraft,
  storedFormDraft,
} from '#domain/form-versions/form-draft.ts'
import { isMunicipalName, newFormName } from '#domain/form-versions/form-name.ts'
import { issuedForms } from '#domain/form-versions/issued-forms.ts'
import {
  publicationOf,
  publishedForm,
  useDecisionOf,
  versionStanding,
  versionsWithUse,
} from '#domain/form-versions/publication.ts'
import { assessedForm } from '#domain/forms/municipality/assessed-form.ts'
import { Instant, LocalDate } from '#domain/time/instant.ts'
import { aForm } from '../../support/a-form.ts'

const at = Instant.parse('2026-11-23T15:08:00.000Z')
const by = 'Solveig Berg'
const first = aForm([{ linkId: 'a', type: 'string', text: 'Hva?' }])
const second = publishedForm({ ...first, title: 'Nytt' }, { version: '2', by, at })

describe('a version that is issued', () => {
  test('says who issued it and when, and keeps nothing that was decided about the one before', () => {
    const assessed = assessedForm(news, {
      isInUse: true,
      by: 'Per',
      on: LocalDate.parse('2026-11-01'),
    })

    const issued = publishedForm(assessed, { version: '2', by, at })

    expect(publicationOf(issued)).toEqual({ by, at })
    expect(issued).toMatchObject({ version: '2', status: 'active', url: 'urn:beredt:form:news' })
    expect(issued.approvalDate).toBeUndefined()
    expect(publicationOf(assessed)).toBeNull()
  })

  test('is the one that is begun, and the older one says that there is a newer', () => {
    expect(findActiveForm(first.name, [first, second])).toBe(second)
    expect(versionStanding(first, [first, second])).toEqual({ kind: 'older', newest: '2' })
    expect(versionStanding(second, [first, second])).toEqual({ kind: 'newest' })
  })
})

describe('a form out of use', () => {
  const decision = { by, at }
  const retired = versionsWithUse([first, second], { isInUse: false, ...decision })

  test('is begun in no version, and each version asks what it asked', () => {
    expect(findActiveForm(first.name, retired)).toBeNull()
    expect(retired.map((form) => versionStanding(form, retired).kind)).toEqual([
      'outOfUse',
      'outOfUse',
    ])
    expect(retired.map(({ item }) => item)).toEqual([first.item, second.item])
    expect(issuedForms(retired).map(({ use }) => use)).toEqual(['outOfUse'])
  })

  test('comes back in its newest version, under the name of who decided it', () => {
    const changed = versionsWithUse(retired, { isInUse: true, ...decision })

    expect(changed.map(({ version, status }) => [version, status])).toEqual([['2', 'active']])
    expect(changed.map(useDecisionOf)).toEqual([decision])
    expect(changed.map(publicationOf)).toEqual([{ by, at }])
  })

  test('is not one that waits to be assessed', () => {
    expect(versionsWithUse([news], { isInUse: true, ...decision })).toEqual([])
    expect(issuedForms([news]).map(({ use }) => use)).toEqual(['toBeAssessed'])
  })
})

describe('the name of a new form', () => {
  test.each([
    ['Fallskjema', 'egen-fallskjema'],
    ['Ærlig om søvn – på Ås (2026)', 'egen-aerlig-om-sovn-pa-as'],
    ['112', 'egen-skjema'],
    ['Čáhci', 'egen-cahci'],
  ])('%s becomes %s', (title, name) => {
    expect(newFormName(title, new Set())).toBe(name)
  })

  test('is never that of another form, nor one of the build’s', () => {
    const taken = new Set<string>()
    for (let number = 0; number < 60; number++) taken.add(newFormName('x'.repeat(200), taken))

    expect(taken.size).toBe(60)
    expect([...taken].every((name) => isMunicipalName(newFormName(name, new Set())))).toBe(true)
    expect(defaultForms.some(({ name }) => isMunicipalName(name))).toBe(false)
  })
})

const namesNot = (may: (name: (typeof first)['name']) => boolean) =>
  defaultForms.filter(({ name }) => !may(name)).map(({ name }) => name)

test('forms whose answers the app reads are neither changed nor taken out of use', () => {
  expect(namesNot(mayBeChanged)).toEqual(['signeringsliste', 'news', 'endring'])
  expect(namesNot(mayBeTakenOutOfUse)).toEqual([
    'besoksnotat',
    'signeringsliste',
    'news',
    'endring',
    'hendelseslogg',
  ])
})

test('every form that a card of the build opens stays in use', () => {
  const opened = JSON.stringify(defaultActionCards).matchAll(/"kind":"form","form":"([a-z-]+)"/g)
  const names = new Set(Array.from(opened, ([, name]) => FormId.parse(name)))

  expect(names.size).toBeGreaterThan(1)
  expect([...names].filter(mayBeTakenOutOfUse)).toEqual([])
})

describe('a draft of a version', () => {
  const about = { zone: ZoneId.parse('nord-1'), world: 'real', now: at } as const
  const id = EntryId.parse('0a000000-0000-4000-8000-000000000001')

  test('is stored among drafts, known from those of entries, and comes back as it was', () => {
    const draft = nextVersionDraft(second)

    const stored = storedFormDraft(id, draft, about)

    expect(isFormDraft(stored)).toBe(true)
    expect(openFormDraft(stored)).toEqual(draft)
    expect(draft.before).toBe('2')
  })

  test('that this build cannot read is none', () => {
    const stored = storedFormDraft(id, nextVersionDraft(second), about)
    const withText = (valueString: string) => ({
      ...stored,
      response: { ...stored.response, item: [{ linkId: 'form', answer: [{ valueString }] }] },
    })

    expect([withText('{'), withText('{"form":7}')].map(openFormDraft)).toEqual([null, null])
  })
})
