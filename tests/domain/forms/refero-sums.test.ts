import { expect, test } from 'vitest'
import type { Answers } from '#domain/forms/asked-items.ts'
import { filledForm } from '#domain/forms/filled-form.ts'
import type { Answer } from '#domain/forms/questionnaire-response.ts'
import { readReferoForm } from '../../support/read-refero.ts'

const coding = (code: string, system?: string): Answer => ({
  valueCoding: { code, ...(system === undefined ? {} : { system }) },
})

/** The answers that a form makes itself, by linkId. */
async function made(file: string, given: Answers): Promise<Record<string, readonly Answer[]>> {
  const { answers } = filledForm(await readReferoForm(file), given)
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !(key in given)))
}

const score = (value: number): Answer[] => [
  { valueQuantity: { value, unit: 'score', system: 'http://ehelse.no/Score', code: 'score' } },
]

test.each([
  ['scoring-choice-radio-button-q.json', coding('LA6570-1'), 2],
  ['scoring-choice-check-box-q.json', coding('d'), 3],
])('%s sums up its one question', async (file, answer, sum) => {
  expect(await made(file, { '2.1': [answer] })).toEqual({ '3.1': score(sum) })
})

test('ticked boxes of one question are added up, though the question says that it does not repeat', async () => {
  const answers = [coding('b'), coding('d')]

  expect(await made('scoring-choice-check-box-q.json', { '2.1': answers })).toEqual({
    '3.1': score(4),
  })
})

test('a sum of nothing is not nought', async () => {
  expect(await made('scoring-section-score-q.json', {})).toEqual({})
})

test('each section has its own sum, groups within it included, and the whole has one', async () => {
  const points = await made('scoring-section-score-q.json', {
    '2.1.1': [coding('LA6569-3')],
    '2.1.2': [coding('d')],
    '2.3.1': [coding('LA6571-9')],
    '2.3.2.2.1': [coding('LA6569-3')],
  })

  expect(points).toEqual({
    // The choices count 1, 2, 4 and 8.
    sectionscore_213: score(2 + 8),
    sectionscore_230: score(8 + 2),
    totalscore_31: score(20),
  })
})

test('sums are copied, and divided, through fields that only show when there is a sum', async () => {
  const yes = coding('100', 'urn:uuid:5ca4194b-32df-409e-81e5-8d4d0c600ee3')
  const values = await made('calculators-q.json', {
    verdi1: [yes],
    verdi2: [yes],
    Tall1: [{ valueInteger: 7 }],
    Tall2: [{ valueInteger: 5 }],
  })

  expect(values).toEqual({
    Delsum: [{ valueInteger: 200 }],
    Totalsum: [{ valueInteger: 200 }],
    aritmetisk_gjennomsnitt: [{ valueInteger: 50 }],
    kopiert_felt: [{ valueInteger: 200 }],
    aritmetisk_gjennomsnitt_kopi: [{ valueInteger: 50 }],
    Sum: [{ valueInteger: 12 }],
    Gjennomsnitt: [{ valueInteger: 6 }],
  })
})

test('decimals, whole numbers and measures are added in their own types and units', async () => {
  const centimetres = { unit: 'centimeter', system: 'http://unitsofmeasure.org', code: 'cm' }
  const values = await made('scoring-code-scoring-q.json', {
    '1.1': [{ valueDecimal: 1.25 }],
    '1.2': [{ valueDecimal: 2.5 }],
    '2.1': [{ valueInteger: 1 }],
    '2.2': [{ valueInteger: 2 }],
    '3.1': [{ valueQuantity: { value: 10, ...centimetres } }],
    '3.2': [{ valueQuantity: { value: 20, ...centimetres } }],
  })

  expect(values).toMatchObject({
    '1.3': [{ valueDecimal: 3.75 }],
    '1.4': [{ valueInteger: 4 }],
    '2.3': [{ valueInteger: 3 }],
    '3.3': [{ valueQuantity: { value: 30, ...centimetres } }],
  })
})
