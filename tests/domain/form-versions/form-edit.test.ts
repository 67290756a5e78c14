import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  oneof,
  property,
  record,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultForms } from '#content/forms/default-forms.ts'
import { news } from '#content/forms/news.ts'
import { initialAnswers } from '#domain/forms/filling/initial-answers.ts'
import { itemRefusals } from '#domain/forms/questionnaire-check.ts'
import { Questionnaire } from '#domain/forms/questionnaire.ts'
import { copyDraft } from '#domain/form-versions/form-draft.ts'
import { formDifferences } from '#domain/form-versions/form-difference.ts'
import { editedForm, type FormEdit } from '#domain/form-versions/editing/form-edit.ts'
import { formFaults } from '#domain/form-versions/editing/form-faults.ts'
import { questionKinds } from '#domain/form-versions/editing/new-question.ts'
import { allItems } from '#domain/form-versions/editing/item-tree.ts'
import { aForm, formOfAllKinds } from '../../support/a-form.ts'
import { readReferoForms, referoFiles } from '../../support/read-refero.ts'

const two = aForm([
  { linkId: 'a', type: 'string', text: 'Hva?' },
  {
    linkId: 'b',
    type: 'choice',
    text: 'Hvor?',
    answerOption: [
      { valueCoding: { code: 'home', display: 'Hjemme' } },
      { valueCoding: { code: 'away', display: 'Borte' } },
    ],
  },
])

const conditional = aForm([
  ...two.item,
  {
    linkId: 'c',
    type: 'string',
    text: 'Borte hvor?',
    enableWhen: [{ question: 'b', operator: '=', answerCoding: { code: 'away' } }],
  },
])

const linkIdsOf = (form: Questionnaire) => allItems(form.item).map(({ linkId }) => linkId)

describe('a question', () => {
  test('gets other words, and keeps its id and all else', () => {
    const edited = editedForm(two, { kind: 'text', linkId: 'a', text: 'Hva skjedde?' })

    expect(edited.item[0]).toEqual({ ...two.item[0], text: 'Hva skjedde?' })
    expect(edited.item[1]).toEqual(two.item[1])
  })

  test('moves one place among those of its own level, and not beyond the ends', () => {
    const down = editedForm(two, { kind: 'move', linkId: 'a', direction: 'down' })
    const further = editedForm(down, { kind: 'move', linkId: 'a', direction: 'down' })

    expect(linkIdsOf(down)).toEqual(['b', 'a'])
    expect(further).toEqual(down)
  })

  test('must be answered, or not', () => {
    const edited = editedForm(two, { kind: 'required', linkId: 'a', isRequired: true })

    expect(itemRefusals(edited, {}).map(({ kind, linkId }) => [kind, linkId])).toEqual([
      ['missing', 'a'],
    ])
  })

  test('is added after another one, under an id of its own', () => {
    const question = { linkId: 'new', kind: 'dateTime', text: 'Når?', options: [] } as const

    const edited = editedForm(two, { kind: 'add', after: 'a', question })
    const again = editedForm(edited, { kind: 'add', after: 'a', question })

    expect(linkIdsOf(edited)).toEqual(['a', 'new', 'b'])
    expect(again).toEqual(edited)
  })

  test('goes, unless another one is shown by its answer', () => {
    const edited = editedForm(conditional, { kind: 'remove', linkId: 'a' })
    const kept = editedForm(conditional, { kind: 'remove', linkId: 'b' })

    expect(linkIdsOf(edited)).toEqual(['b', 'c'])
    expect(kept).toEqual(conditional)
  })
})

describe('an option', () => {
  test('gets other words under the same code', () => {
    const edited = editedForm(conditional, {
      kind: 'optionText',
      linkId: 'b',
      at: 1,
      text: 'Ikke hjemme',
    })

    expect(edited.item[1]?.answerOption?.[1]).toEqual({
      valueCoding: { code: 'away', display: 'Ikke hjemme' },
    })
    expect(edited.item[2]).toEqual(conditional.item[2])
  })

  test('stays where a condition asks for it, and else goes with what it was filled in for', () => {
    const filled = aForm([
      { ...two.item[1], linkId: 'b', type: 'choice', initial: [{ valueCoding: { code: 'home' } }] },
    ])
    const removal = { kind: 'removeOption', linkId: 'b', at: 0 } as const

    const removed = editedForm(filled, removal)

    expect(editedForm(conditional, removal)).toEqual(conditional)
    expect(removed.item[0]?.answerOption).toHaveLength(1)
    expect(initialAnswers(removed)).toEqual({})
  })
})

describe('NEWS2 in a copy', () => {
  const { form: copy } = copyDraft(news, 'Vår NEWS')

  test('keeps every question that counts, with its words and answers', () => {
    const coded = allItems(copy.item).filter(({ code }) => code !== undefined)
    const edits = coded.flatMap(({ linkId }): FormEdit[] => [
      { kind: 'text', linkId, text: 'Noe annet' },
      { kind: 'optionText', linkId, at: 0, text: 'Noe annet' },
      { kind: 'removeOption', linkId, at: 0 },
      { kind: 'addOption', linkId, option: { code: 'x', text: 'Ny' } },
      { kind: 'remove', linkId },
    ])

    expect(coded.length).toBeGreaterThan(6)
    expect(edits.reduce(editedForm, copy)).toEqual(copy)
  })
})

const referoForms = (await Promise.all((await referoFiles()).map(readReferoForms))).flat()
const sources = [...defaultForms, two, conditional, formOfAllKinds, ...referoForms]

/** Any edit of any of a form's questions; words may be blank only when `words` says so. */
function anyEdit(words: readonly string[]) {
  const at = integer({ min: 0, max: 40 })
  const text = constantFrom(...words)
  return oneof(
    record({ kind: constantFrom('title' as const), text }),
    record({ kind: constantFrom('about' as const), about: constantFrom('patient', 'zone') }),
    record({ kind: constantFrom('text' as const), at, text }),
    record({ kind: constantFrom('required' as const), at, isRequired: boolean() }),
    record({ kind: constantFrom('move' as const), at, direction: constantFrom('up', 'down') }),
    record({ kind: constantFrom('remove' as const), at }),
    record({ kind: constantFrom('add' as const), at, type: constantFrom(...questionKinds), text }),
    record({ kind: constantFrom('optionText' as const), at, option: at, text }),
    record({ kind: constantFrom('addOption' as const), at, text }),
    record({ kind: constantFrom('removeOption' as const), at, option: at }),
  )
}

type AnyEdit = ReturnType<typeof anyEdit> extends Arbitrary<infer Edit> ? Edit : never

/** The edit as it is of this very form; the count makes ids that no question has. */
function editOf(form: Questionnaire, edit: AnyEdit, count: number): FormEdit {
  const all = allItems(form.item)
  const linkId = 'at' in edit ? (all[edit.at % Math.max(1, all.length)]?.linkId ?? '') : ''
  switch (edit.kind) {
    case 'title':
    case 'about':
      return edit
    case 'text':
    case 'required':
    case 'move':
    case 'remove':
      return { ...edit, linkId }
    case 'add': {
      const options = [{ code: 'one', text: edit.text }]
      const question = { linkId: `added-${count}`, kind: edit.type, text: edit.text, options }
      return { kind: 'add', after: linkId, question }
    }
    case 'addOption':
      return { kind: 'addOption', linkId, option: { code: `o-${count}`, text: edit.text } }
    case 'optionText':
    case 'removeOption':
      return { ...edit, linkId, at: edit.option }
  }
}

function edited(form: Questionnaire, edits: readonly AnyEdit[]): Questionnaire {
  return edits.reduce((now, edit, count) => editedForm(now, editOf(now, edit, count)), form)
}

describe('any sequence of edits', () => {
  const source = constantFrom(...sources)

  test('gives a form of R4 that passes its own check, and lacks at most questions and options', () => {
    assert(
      property(source, array(anyEdit(['Hva nå?', 'Ja', 'Når var det?'])), (form, edits) => {
        const result = edited(form, edits)
        const lacking = new Set(formFaults(form).map(({ kind }) => kind))

        expect(Questionnaire.parse(result)).toEqual(result)
        const faults = formFaults(result).filter(({ kind }) => !lacking.has(kind))
        expect(faults.filter(({ kind }) => kind !== 'noQuestions' && kind !== 'noOptions')).toEqual(
          [],
        )
        const refusals = itemRefusals(result, initialAnswers(result))
        expect(refusals.filter(({ kind }) => kind === 'unknownOption')).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('is told of by a difference exactly when the form is another one', () => {
    assert(
      property(source, array(anyEdit(['Hva nå?', '']), { maxLength: 8 }), (form, edits) => {
        const result = edited(form, edits)
        const isSame = JSON.stringify(normal(form)) === JSON.stringify(normal(result))

        expect(formDifferences(form, result).length === 0).toBe(isSame)
      }),
      { numRuns: 200 },
    )
  })
})

/** «Not required» is said by no word as well as by false, and no text by none as well as by an empty one. */
function normal(form: Questionnaire): unknown {
  return JSON.parse(
    JSON.stringify(form, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .filter(
                ([name, part]) =>
                  !(name === 'required' && part === false) && !(name === 'text' && part === ''),
              )
              .toSorted(([a], [b]) => (a < b ? -1 : 1)),
          )
        : value,
    ),
  )
}
