import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { besoksnotat } from '#content/forms/besoksnotat.ts'
import { hendelseslogg } from '#content/forms/hendelseslogg.ts'
import { itemRefusals } from '#domain/forms/questionnaire-check.ts'
import type { QuestionnaireResponse } from '#domain/forms/questionnaire-response.ts'
import type { Answers } from '#domain/forms/asked-items.ts'
import { responseOf } from '#domain/forms/response-layout.ts'
import { wordedResponse } from '#domain/forms/worded-response.ts'

const answers: Answers = {
  visitedAt: [{ valueDateTime: '2026-11-23T11:00:00.000Z' }],
  done: [{ valueString: 'Gitt frokost' }],
  changed: [{ valueBoolean: false }],
  informed: [
    { valueCoding: { system: 'urn:beredt:code:informed', code: 'nobody', display: 'Ingen' } },
  ],
}
const honest = responseOf(besoksnotat, answers, 'completed')

function forged(change: (item: QuestionnaireResponse['item'][number]) => object) {
  const item = honest.item.map((one) => ({ ...one, ...change(one) }))
  return wordedResponse(besoksnotat, { ...honest, item })
}

test('what our own app signs is worded as it was', () => {
  expect(wordedResponse(besoksnotat, honest)).toEqual(honest)
})

test('a label of the entry’s own is replaced by the form’s', () => {
  expect(forged(() => ({ text: 'Marevan (mg)' }))).toEqual(honest)
})

test('a choice that says another thing than its code is worded by the form', () => {
  const system = 'urn:beredt:code:informed'
  const coding = { valueCoding: { system, code: 'nobody', display: 'Lege, som seponerte Marevan' } }

  const worded = forged(({ linkId }) => (linkId === 'informed' ? { answer: [coding] } : {}))

  expect(worded).toEqual(honest)
})

test.each<[string, QuestionnaireResponse]>([
  [
    'an answer twice, of which rules see the last and readers both',
    {
      ...honest,
      item: [{ linkId: 'done', answer: [{ valueString: 'Seponert' }] }, ...honest.item],
    },
  ],
  [
    'an answer to a question that the others close',
    {
      ...honest,
      item: [...honest.item, { linkId: 'change', answer: [{ valueString: 'Seponert' }] }],
    },
  ],
  [
    'an answer to a question that the form does not have',
    {
      ...honest,
      item: [...honest.item, { linkId: 'dose', answer: [{ valueString: '5 mg' }] }],
    },
  ],
  [
    'an answer within another question’s item',
    {
      ...honest,
      item: honest.item.map((one) => ({
        ...one,
        item: [{ linkId: 'dose', answer: [{ valueString: '5 mg' }] }],
      })),
    },
  ],
  ['another version', { ...honest, questionnaire: `${besoksnotat.url}|2` }],
  ['a draft', { ...honest, status: 'in-progress' }],
  [
    'a choice that is not offered',
    {
      ...honest,
      item: honest.item.map((one) =>
        one.linkId === 'informed' ? { ...one, answer: [{ valueCoding: { code: 'alle' } }] } : one,
      ),
    },
  ],
])('%s is no response of the form', (_name, response) => {
  expect(wordedResponse(besoksnotat, response)).toBeNull()
})

test('labels without answers, in any number and depth, change nothing', () => {
  const item = [
    ...honest.item,
    { linkId: 'x', text: 'Seponert', item: [{ linkId: 'y', text: '5 mg' }] },
  ]

  expect(wordedResponse(besoksnotat, { ...honest, item })).toEqual(honest)
})

test('whatever our forms can be signed with stands as it was signed', () => {
  const text = fc.string({ minLength: 1, maxLength: 40 })
  const moment = fc.constant('2026-11-23T11:00:00.000Z')
  const log = fc.record(
    {
      happenedAt: moment.map((valueDateTime) => [{ valueDateTime }]),
      message: text.map((valueString) => [{ valueString }]),
      from: text.map((valueString) => [{ valueString }]),
      decision: text.map((valueString) => [{ valueString }]),
      responsible: text.map((valueString) => [{ valueString }]),
      dueAt: moment.map((valueDateTime) => [{ valueDateTime }]),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(log, (given) => {
      const written: Answers = Object.fromEntries(Object.entries(given))
      fc.pre(itemRefusals(hendelseslogg, written).length === 0)
      const signed = responseOf(hendelseslogg, written, 'completed')

      expect(wordedResponse(hendelseslogg, signed)).toEqual(signed)
    }),
  )
})
