import { expect, test } from 'vitest'
import { besoksnotat } from '#content/forms/besoksnotat.ts'
import { defaultForms } from '#content/forms/default-forms.ts'
import { formDifferences } from '#domain/form-versions/form-difference.ts'
import { publishedForm } from '#domain/form-versions/publication.ts'
import { Instant } from '#domain/time/instant.ts'
import { aForm } from '../../support/a-form.ts'

const a = { linkId: 'a', type: 'string', text: 'Hva?' }
const b = { linkId: 'b', type: 'date', text: 'Når?' }
const c = { linkId: 'c', type: 'text', text: 'Hvorfor?' }
const d = { linkId: 'd', type: 'boolean', text: 'Alene?' }
const choice = {
  linkId: 'e',
  type: 'choice',
  text: 'Hvor?',
  answerOption: [
    { valueCoding: { code: 'home', display: 'Hjemme' } },
    { valueCoding: { code: 'away', display: 'Borte' } },
  ],
}

test('a version differs in nothing from itself, nor from itself under a leader’s name', () => {
  const at = Instant.parse('2026-11-23T15:08:00.000Z')
  const differences = defaultForms.flatMap((form) => [
    ...formDifferences(form, form),
    ...formDifferences(form, publishedForm(form, { version: '2', by: 'Solveig', at })),
  ])

  expect(differences).toEqual([])
})

test('of the questions that change places only the moved one is named', () => {
  expect(formDifferences(aForm([a, b, c, d]), aForm([d, a, b, c]))).toEqual([
    { kind: 'moved', text: 'Alene?' },
  ])
})

test('a question that is added, removed, reworded or made compulsory is told of in words', () => {
  const before = aForm([a, b, c])
  const after = aForm([{ ...a, text: 'Hva skjedde?', required: true }, d, c], { title: 'Nytt' })

  expect(formDifferences(before, after)).toEqual([
    { kind: 'title', before: 'Prøveskjema', after: 'Nytt' },
    { kind: 'text', before: 'Hva?', after: 'Hva skjedde?' },
    { kind: 'required', text: 'Hva skjedde?', isRequired: true },
    { kind: 'added', text: 'Alene?' },
    { kind: 'removed', text: 'Når?' },
  ])
})

test('options are known by their codes', () => {
  const after = {
    ...choice,
    answerOption: [
      { valueCoding: { code: 'home', display: 'I hjemmet' } },
      { valueCoding: { code: 'work', display: 'Dagsenter' } },
    ],
  }

  expect(formDifferences(aForm([choice]), aForm([after]))).toEqual([
    { kind: 'optionText', text: 'Hvor?', before: 'Hjemme', after: 'I hjemmet' },
    { kind: 'optionAdded', text: 'Hvor?', option: 'Dagsenter' },
    { kind: 'optionRemoved', text: 'Hvor?', option: 'Borte' },
  ])
})

test('what the editor does not show is named all the same', () => {
  const limited = { ...a, maxLength: 40 }

  expect(formDifferences(aForm([a]), aForm([limited]))).toEqual([
    { kind: 'otherOfQuestion', text: 'Hva?' },
  ])
  expect(formDifferences(aForm([a]), aForm([a], { contained: [] }))).toEqual([
    { kind: 'otherOfForm' },
  ])
})

test('a form becomes the zone’s own log', () => {
  expect(formDifferences(besoksnotat, { ...besoksnotat, subjectType: [] })).toEqual([
    { kind: 'about', about: 'zone' },
  ])
})
