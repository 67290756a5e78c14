import { expect, test } from 'vitest'
import { besoksnotat } from '#content/forms/besoksnotat.ts'
import type { Answer } from '#domain/forms/questionnaire-response.ts'
import {
  type AskedItem,
  type Answers,
  askedItems,
  flatItems,
  withAnswer,
} from '#domain/forms/asked-items.ts'
import { repetitionPrefix } from '#domain/forms/answer-keys.ts'
import { responseOf } from '#domain/forms/response-layout.ts'
import type { QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import { readReferoItems } from '../../support/read-refero.ts'

const yes: Answer = { valueBoolean: true }
const no: Answer = { valueBoolean: false }
const words = (text: string): Answer => ({ valueString: text })
const illness = (code: string): Answer => ({
  valueCoding: { system: 'http://ehelse.no/sykdommer', code },
})

function asked(items: readonly QuestionnaireItem[], answers: Answers): string[] {
  return flatItems(askedItems(items, answers).asked).map(({ item }: AskedItem) => item.linkId)
}

test("Helsenorge's field for further illnesses is asked only after «other illnesses»", async () => {
  const items = await readReferoItems('enableWhen-q.json')

  const unanswered = asked(items, {})
  const asthma = asked(items, { '9_1': [illness('3')] })
  const several = asked(items, { '9_1': [illness('3'), illness('18')] })

  expect(unanswered).toEqual(['9', '9_1'])
  expect(asthma).toEqual(['9', '9_1'])
  expect(several).toEqual(['9', '9_1', '9_2'])
})

test("Helsenorge's copied sum is asked for once there is a sum", async () => {
  const items = await readReferoItems('calculators-q.json')

  expect(asked(items, {})).not.toContain('kopiert_felt')
  expect(asked(items, { Totalsum: [{ valueInteger: 3 }] })).toContain('kopiert_felt')
})

test('the same code of another system does not open a field', async () => {
  const items = await readReferoItems('enableWhen-q.json')

  const coding = { system: 'http://other', code: '18' }

  expect(asked(items, { '9_1': [{ valueCoding: coding }] })).toEqual(['9', '9_1'])
})

test('an answer to a field that is no longer asked stays in the draft and out of the response', () => {
  const draft = { changed: [no], change: [words('Mer tungpustet')] }

  const response = responseOf(besoksnotat, draft, 'completed')

  expect(Object.keys(draft)).toContain('change')
  expect(response.item.map(({ linkId }) => linkId)).toEqual(['changed'])
})

test('what depends on a hidden answer is hidden too', () => {
  const chain: QuestionnaireItem[] = [
    { linkId: 'a', type: 'boolean' },
    {
      linkId: 'b',
      type: 'boolean',
      enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }],
    },
    {
      linkId: 'c',
      type: 'string',
      enableWhen: [{ question: 'b', operator: '=', answerBoolean: true }],
    },
  ]

  const { visible } = askedItems(chain, { a: [no], b: [yes], c: [words('x')] })

  expect(visible).toEqual({ a: [no] })
})

test('«any» opens on one of its conditions, «all» on every one', () => {
  const when = [
    { question: 'a', operator: '=', answerBoolean: true },
    { question: 'b', operator: 'exists', answerBoolean: false },
  ] as const
  const base: QuestionnaireItem[] = [
    { linkId: 'a', type: 'boolean' },
    { linkId: 'b', type: 'string' },
  ]
  const any: QuestionnaireItem = {
    linkId: 'c',
    type: 'string',
    enableWhen: [...when],
    enableBehavior: 'any',
  }
  const all: QuestionnaireItem = { ...any, enableBehavior: 'all' }

  expect(asked([...base, any], { a: [no] })).toContain('c')
  expect(asked([...base, all], { a: [no] })).not.toContain('c')
  expect(asked([...base, all], { a: [yes] })).toContain('c')
})

test('«not equal» holds while nothing is answered', () => {
  const items: QuestionnaireItem[] = [
    { linkId: 'a', type: 'string' },
    {
      linkId: 'b',
      type: 'string',
      enableWhen: [{ question: 'a', operator: '!=', answerString: 'x' }],
    },
  ]

  expect(asked(items, {})).toContain('b')
  expect(asked(items, { a: [words('x')] })).not.toContain('b')
})

test('an emptied field leaves the draft', () => {
  expect(withAnswer({ done: [words('x')], plan: [words('y')] }, 'done', [])).toEqual({
    plan: [words('y')],
  })
})

test('a row that holds only white space answers nothing', () => {
  const items: QuestionnaireItem[] = [
    { linkId: 'a', type: 'string' },
    {
      linkId: 'b',
      type: 'string',
      enableWhen: [{ question: 'a', operator: 'exists', answerBoolean: true }],
    },
  ]

  expect(asked(items, { a: [words(' ')] })).toEqual(['a'])
})

const medicines: QuestionnaireItem[] = [
  {
    linkId: 'medicine',
    type: 'group',
    repeats: true,
    item: [
      { linkId: 'given', type: 'boolean' },
      {
        linkId: 'why',
        type: 'string',
        enableWhen: [{ question: 'given', operator: '=', answerBoolean: false }],
      },
    ],
  },
  {
    linkId: 'anyNot',
    type: 'string',
    enableWhen: [{ question: 'given', operator: '=', answerBoolean: false }],
  },
]

test('a condition within a group that repeats looks at its own repetition, and one outside at all of them', () => {
  const first = repetitionPrefix('medicine', '0')
  const second = repetitionPrefix('medicine', '1')
  const { asked: found } = askedItems(medicines, {
    [`${first}given`]: [yes],
    [`${second}given`]: [no],
  })

  const keys = flatItems(found).map(({ key }) => key)

  expect(keys).toContain(`${second}why`)
  expect(keys).not.toContain(`${first}why`)
  expect(keys).toContain('anyNot')
})

test('a group that repeats stands once before anybody has written in it', () => {
  expect(asked(medicines, {})).toEqual(['medicine', 'given'])
})
