import { expect, test } from 'vitest'
import { conditionsHold } from '#domain/forms/enable-when.ts'
import type { EnableWhen } from '#domain/forms/questionnaire.ts'
import type { Answer } from '#domain/forms/questionnaire-response.ts'

const ordered = ['=', '!=', '>', '<', '>=', '<='] as const
const truth = {
  below: { '=': false, '!=': true, '>': false, '<': true, '>=': false, '<=': true },
  same: { '=': true, '!=': false, '>': false, '<': false, '>=': true, '<=': true },
  above: { '=': false, '!=': true, '>': true, '<': false, '>=': true, '<=': false },
} as const
type Place = keyof typeof truth

const kilos = (value: number) => ({ valueQuantity: { value, unit: 'kg', code: 'kg' } })

/** An expected value, and answers below it, the same, and above it. */
const kinds: [string, Partial<EnableWhen>, Record<Place, Answer>][] = [
  [
    'integer',
    { answerInteger: 10 },
    { below: { valueInteger: 9 }, same: { valueInteger: 10 }, above: { valueInteger: 11 } },
  ],
  [
    'decimal',
    { answerDecimal: 36.5 },
    {
      below: { valueDecimal: 36.4 },
      same: { valueDecimal: 36.5 },
      above: { valueDecimal: 36.6 },
    },
  ],
  [
    'quantity',
    { answerQuantity: { value: 60, code: 'kg' } },
    { below: kilos(59.9), same: kilos(60), above: kilos(60.1) },
  ],
  [
    'date',
    { answerDate: '2026-11-23' },
    {
      below: { valueDate: '2026-11-22' },
      same: { valueDate: '2026-11-23' },
      above: { valueDate: '2026-12-01' },
    },
  ],
  [
    'a date compared with a year',
    { answerDate: '2026' },
    {
      below: { valueDate: '2025-12-31' },
      same: { valueDate: '2026-11-23' },
      above: { valueDate: '2027-01-01' },
    },
  ],
  [
    'dateTime, in another offset',
    { answerDateTime: '2026-11-23T12:00:00+01:00' },
    {
      below: { valueDateTime: '2026-11-23T10:59:00.000Z' },
      same: { valueDateTime: '2026-11-23T11:00:00.000Z' },
      above: { valueDateTime: '2026-11-23T11:01:00.000Z' },
    },
  ],
  [
    'time',
    { answerTime: '12:00:00' },
    {
      below: { valueTime: '11:59:00' },
      same: { valueTime: '12:00:00' },
      above: { valueTime: '12:01:00' },
    },
  ],
]

const cases = kinds.flatMap(([kind, expected, answers]) =>
  ordered.flatMap((operator) =>
    (['below', 'same', 'above'] as const).map(
      (place) => [kind, operator, place, expected, answers[place]] as const,
    ),
  ),
)

function holds(condition: Partial<EnableWhen>, given: readonly Answer[]): boolean {
  const enableWhen = [{ question: 'a', operator: '=', ...condition }]
  return conditionsHold({ linkId: 'b', type: 'string', enableWhen }, () => given)
}

test.each(cases)('%s: %s with an answer %s', (_kind, operator, place, expected, answer) => {
  expect(holds({ ...expected, operator }, [answer])).toBe(truth[place][operator])
})

test.each<[string, Partial<EnableWhen>, Answer, Answer]>([
  ['boolean', { answerBoolean: true }, { valueBoolean: true }, { valueBoolean: false }],
  ['string', { answerString: 'ja' }, { valueString: 'ja' }, { valueString: 'nei' }],
  [
    'coding',
    { answerCoding: { system: 's', code: '1' } },
    { valueCoding: { system: 's', code: '1', display: 'En' } },
    { valueCoding: { system: 's', code: '2' } },
  ],
])('%s: equal and not equal', (_kind, expected, same, other) => {
  expect(holds({ ...expected, operator: '=' }, [same])).toBe(true)
  expect(holds({ ...expected, operator: '=' }, [other])).toBe(false)
  expect(holds({ ...expected, operator: '=' }, [other, same])).toBe(true)
  expect(holds({ ...expected, operator: '!=' }, [same])).toBe(false)
  expect(holds({ ...expected, operator: '!=' }, [other])).toBe(true)
})

test.each(['=', '>', '<', '>=', '<='])('without an answer «%s» does not hold', (operator) => {
  expect(holds({ answerInteger: 1, operator }, [])).toBe(false)
})

test('«exists» asks whether there is an answer, or that there is none', () => {
  expect(holds({ operator: 'exists', answerBoolean: true }, [{ valueInteger: 0 }])).toBe(true)
  expect(holds({ operator: 'exists', answerBoolean: false }, [{ valueInteger: 0 }])).toBe(false)
  expect(holds({ operator: 'exists', answerBoolean: false }, [])).toBe(true)
})

test('a condition that only a newer build can judge shows its field', () => {
  expect(holds({ operator: 'in', answerInteger: 1 }, [])).toBe(true)
})

test('an answer of another type than the condition names is neither above nor below it', () => {
  expect(holds({ operator: '>', answerInteger: 1 }, [{ valueString: '5' }])).toBe(false)
  expect(holds({ operator: '<', answerDate: '2026-01-01' }, [{ valueInteger: 5 }])).toBe(false)
})
