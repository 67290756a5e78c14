import type { LocalDate } from '#domain/time/instant.ts'

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2]
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]

/**
 * Makes a valid number like those of Skatteetaten's test persons, with 80 added to the month, so that it
 * can never be a real person's. The individual number is counted up from `from` until it has control digits.
 */
export function syntheticNumber(bornOn: LocalDate, from: number): string {
  const month = String(Number(bornOn.slice(5, 7)) + 80)
  const born = `${bornOn.slice(8)}${month}${bornOn.slice(2, 4)}`
  // 000–499 are for the years 1900–1999, 500–999 for 2000–2039. Steps of two keep the gender.
  const min = bornOn < '2000' ? 0 : 500
  for (let individual = from; ; individual += 2) {
    const nine = `${born}${String(min + (individual % 500)).padStart(3, '0')}`
    const first = controlDigit(nine, firstWeights)
    const second = controlDigit(`${nine}${first}`, secondWeights)
    if (first < 10 && second < 10) return `${nine}${first}${second}`
  }
}

/** Returns 10 for a number that has no control digit. */
function controlDigit(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  return (11 - (sum % 11)) % 11
}
