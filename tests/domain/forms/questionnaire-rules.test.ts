import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { besoksnotat } from '#content/forms/besoksnotat.ts'
import { QuestionnaireResponse, type Answer } from '#domain/forms/questionnaire-response.ts'
import {
  answersOf,
  enabledItems,
  linkIds,
  responseLines,
  responseOf,
  visibleAnswers,
  withAnswer,
} from '#domain/forms/questionnaire-rules.ts'
import type { QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import { readReferoItems } from '../../support/read-refero.ts'

const yes: Answer = { valueBoolean: true }
const no: Answer = { valueBoolean: false }
const words = (text: string): Answer => ({ valueString: text })
const illness = (code: string): Answer => ({
  valueCoding: { system: 'http://ehelse.no/sykdommer', code },
})

const word = (answer: Answer) =>
  'valueCoding' in answer ? (answer.valueCoding.display ?? '') : JSON.stringify(answer)

test("Helsenorge's field for further illnesses is asked only after «other illnesses»", async () => {
  const items = await readReferoItems('enableWhen-q.json')

  const unanswered = linkIds(enabledItems(items, {}))
  const asthma = linkIds(enabledItems(items, { '9_1': [illness('3')] }))
  const several = linkIds(enabledItems(items, { '9_1': [illness('3'), illness('18')] }))

  expect(unanswered).toEqual(['9', '9_1'])
  expect(asthma).toEqual(['9', '9_1'])
  expect(several).toEqual(['9', '9_1', '9_2'])
})

test("Helsenorge's copied sum is asked for once there is a sum", async () => {
  const items = await readReferoItems('calculators-q.json')

  expect(linkIds(enabledItems(items, {}))).not.toContain('kopiert_felt')
  expect(linkIds(enabledItems(items, { Totalsum: [{ valueInteger: 3 }] }))).toContain(
    'kopiert_felt',
  )
})

test('the same code of another system does not open a field', async () => {
  const items = await readReferoItems('enableWhen-q.json')

  const asked = linkIds(
    enabledItems(items, { '9_1': [{ valueCoding: { system: 'http://other', code: '18' } }] }),
  )

  expect(asked).toEqual(['9', '9_1'])
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

  const visible = visibleAnswers(chain, { a: [no], b: [yes], c: [words('x')] })

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

  expect(linkIds(enabledItems([...base, any], { a: [no] }))).toContain('c')
  expect(linkIds(enabledItems([...base, all], { a: [no] }))).not.toContain('c')
  expect(linkIds(enabledItems([...base, all], { a: [yes] }))).toContain('c')
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

  expect(linkIds(enabledItems(items, {}))).toContain('b')
  expect(linkIds(enabledItems(items, { a: [words('x')] }))).not.toContain('b')
})

test('the response keeps the groups of the form and names the version it was filled in', async () => {
  const item = await readReferoItems('enableWhen-q.json')

  const response = responseOf({ ...besoksnotat, item }, { '9_1': [illness('3')] }, 'completed')

  expect(response.questionnaire).toBe('urn:beredt:form:besoksnotat|1')
  expect(response.item[0]?.linkId).toBe('9')
  expect(response.item[0]?.item?.[0]?.answer).toEqual([illness('3')])
})

test('the lines of a note come in the order of the form, several answers on one line', () => {
  const response = responseOf(
    besoksnotat,
    {
      informed: [
        { valueCoding: { system: 'urn:beredt:code:informed', code: 'physician', display: 'Lege' } },
        {
          valueCoding: { system: 'urn:beredt:code:informed', code: 'nextOfKin', display: 'Datter' },
        },
      ],
      done: [words('Kveldsstell')],
    },
    'completed',
  )

  const lines = responseLines(response, word).map(({ label, text }) => `${label} ${text}`)

  expect(lines).toEqual([
    'Hva gjorde du? {"valueString":"Kveldsstell"}',
    'Beskjed gitt til Lege, Datter',
  ])
})

test('an emptied field leaves the draft', () => {
  expect(withAnswer({ done: [words('x')], plan: [words('y')] }, 'done', [])).toEqual({
    plan: [words('y')],
  })
})

test('a response read back gives the same response, whatever was answered', () => {
  const fields = linkIds(besoksnotat.item)
  const answer = fc.oneof(
    fc.boolean().map((valueBoolean) => ({ valueBoolean })),
    fc.string().map((valueString) => ({ valueString })),
  )
  const drafts = fc.dictionary(fc.constantFrom(...fields), fc.array(answer, { maxLength: 2 }))

  fc.assert(
    fc.property(drafts, (draft) => {
      const once = responseOf(besoksnotat, draft, 'completed')
      expect(responseOf(besoksnotat, answersOf(once), 'completed')).toEqual(once)
      expect(QuestionnaireResponse.parse(once)).toEqual(once)
    }),
  )
})
