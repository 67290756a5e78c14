import type { PersonalNumberKind } from './patient-details.ts'
import { readRecordId } from './record-id.ts'

export type PersonalNumber = { kind: PersonalNumberKind; value: string; valid: boolean }

/**
 * Tells what kind of personal number a text is and whether it can be one.
 *
 * Nothing is refused: a newborn, a tourist or «ukjent» must be found in the list too. What fits no kind is kept as
 * written. Gender, century and birth date are not read from the number: numbers by the rule of 2032 do not say.
 */
export function readPersonalNumber(text: string): PersonalNumber {
  const digits = text.replaceAll(/[\s.\-\u2013]/g, '')
  // Control digits pass one rounded number in thirty, and the DUF number has none.
  const isOwn = readRecordId(digits).kind === 'usable'
  if (/^\d{12}$/.test(digits)) return { kind: 'dufNumber', value: digits, valid: isOwn }
  if (!/^\d{11}$/.test(digits)) return { kind: 'unknown', value: text.trim(), valid: false }
  const { kind, hasDate } = kindOf(digits)
  return { kind, value: digits, valid: isOwn && hasDate && hasControlDigits(digits) }
}

/**
 * What is added to day and month tells the number series apart (Skatteetaten, NHN, NAV).
 *
 * Month + 40 is both a local help number and one of NAV's test numbers; only a D-number with it is surely a test.
 */
function kindOf(digits: string): { kind: PersonalNumberKind; hasDate: boolean } {
  if (digits.startsWith('8') || digits.startsWith('9')) return { kind: 'fhNumber', hasDate: true }
  const dayField = Number(digits.slice(0, 2))
  const monthField = Number(digits.slice(2, 4))
  const isDNumber = dayField > 40
  const added = monthField > 80 ? 80 : monthField > 65 ? 65 : monthField > 40 ? 40 : 0
  const hasDate = isDay({
    day: dayField - (isDNumber ? 40 : 0),
    month: monthField - added,
    yearOfCentury: Number(digits.slice(4, 6)),
  })
  if (added > 40 || (added === 40 && isDNumber)) return { kind: 'synthetic', hasDate }
  if (added === 40) return { kind: 'hNumber', hasDate }
  return { kind: isDNumber ? 'dNumber' : 'fodselsnummer', hasDate }
}

/** In any century: the number no longer tells which. Year 00 was a leap year in 2000. */
function isDay(date: { day: number; month: number; yearOfCentury: number }): boolean {
  const february = date.yearOfCentury % 4 === 0 ? 29 : 28
  const days = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][date.month - 1]
  return days !== undefined && date.day >= 1 && date.day <= days
}

/**
 * From 2032 the first control digit may leave the remainder 0, 1, 2 or 3; the second must leave 0.
 * https://skatteetaten.github.io/folkeregisteret-api-dokumentasjon/nytt-fodselsnummer-fra-2032/
 */
function hasControlDigits(digits: string): boolean {
  return (
    remainder(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) <= 3 && remainder(digits, secondWeights) === 0
  )
}

const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

function remainder(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11
}
