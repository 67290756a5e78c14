import { expect, test } from 'vitest'
import { news } from '#content/forms/news.ts'
import type { Answers } from '#domain/forms/asked-items.ts'
import { filledForm } from '#domain/forms/filled-form.ts'
import { initialAnswers } from '#domain/forms/filling/initial-answers.ts'
import type { Answer } from '#domain/forms/questionnaire-response.ts'
import { responseOf } from '#domain/forms/response-layout.ts'
import { wordedResponse } from '#domain/forms/worded-response.ts'

const measured = (value: number): Answer[] => [{ valueQuantity: { value } }]
const coded = (system: string, code: string): Answer[] => [{ valueCoding: { system, code } }]
const acvpu = (code: string) => coded('urn:beredt:code:acvpu', code)
const scale = (code: string) => coded('http://snomed.info/sct', code)

const calm: Answers = {
  ...initialAnswers(news),
  measuredAt: [{ valueDateTime: '2026-11-23T15:00:00.000Z' }],
  respiration: measured(18),
  saturation: measured(97),
  oxygen: [{ valueBoolean: false }],
  systolic: measured(120),
  pulse: measured(80),
  consciousness: acvpu('A'),
  temperature: measured(37),
}

function sumOf(answers: Answers) {
  const filled = filledForm(news, answers).answers
  return { sum: filled['sum'], row: filled['row']?.[0] }
}

function guidanceIn(answers: Answers): string[] {
  return filledForm(news, answers).asked.flatMap(({ item }) =>
    item.type === 'display' ? [item.text ?? ''] : [],
  )
}

test('the form begins on scale 1 and sums up when all is measured', () => {
  const { temperature: _, ...unfinished } = calm

  expect(sumOf(unfinished)).toEqual({ sum: undefined, row: undefined })
  expect(sumOf(calm)).toMatchObject({
    sum: [{ valueInteger: 0 }],
    row: { valueCoding: { code: 'zero', display: '0: lav' } },
  })
})

test('the worked rows of the domain facts come out of the form', () => {
  const ill: Answers = {
    ...calm,
    respiration: measured(25),
    saturation: measured(91),
    oxygen: [{ valueBoolean: true }],
    systolic: measured(90),
    pulse: measured(131),
    consciousness: acvpu('C'),
    temperature: measured(39.1),
  }
  const worst: Answers = {
    ...ill,
    scale: scale('1104321000000108'),
    respiration: measured(8),
    saturation: measured(83),
    systolic: measured(220),
    pulse: measured(40),
    consciousness: acvpu('U'),
    temperature: measured(35),
  }

  expect(sumOf(ill).sum).toEqual([{ valueInteger: 19 }])
  expect(sumOf(worst)).toMatchObject({
    sum: [{ valueInteger: 20 }],
    row: { valueCoding: { code: 'high' } },
  })
})

test('the words beside the sum are the same whatever it is', () => {
  const words = guidanceIn({ ...calm, consciousness: acvpu('U') })

  expect(words.join(' ')).toContain('erstatter ikke egen vurdering')
  expect(words).toEqual(guidanceIn(calm))
})

test('a sum that the answers do not give is not the form’s', () => {
  const signed = responseOf(news, calm, 'completed')
  const forged = signed.item.map((one) =>
    one.linkId === 'sum' ? { ...one, answer: [{ valueInteger: 7 }] } : one,
  )

  expect(wordedResponse(news, signed)).toMatchObject({
    item: signed.item.map(({ linkId }) => ({ linkId })),
  })
  expect(wordedResponse(news, { ...signed, item: forged })).toBeNull()
})

test('a unit of the entry’s own is replaced by the form’s', () => {
  const signed = responseOf(
    news,
    { ...calm, temperature: [{ valueQuantity: { value: 37, unit: '°F', code: '[degF]' } }] },
    'completed',
  )

  const worded = wordedResponse(news, signed)?.item.find(({ linkId }) => linkId === 'temperature')

  expect(worded?.answer).toEqual([
    { valueQuantity: { value: 37, unit: '°C', system: 'http://unitsofmeasure.org', code: 'Cel' } },
  ])
})
