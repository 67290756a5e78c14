import type { LocalDate } from '#domain/time/instant.ts'

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2]
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]

/**
 * A valid number of the kind that Skatteetaten gives its test persons: the month plus 80. It can
 * never be anybody's. The individual number counts on from `from` until the control digits exist.
 */
export function syntheticNumber(bornOn: LocalDate, from: number): string {
  const month = String(Number(bornOn.slice(5, 7)) + 80)
  const born = `${bornOn.slice(8)}${month}${bornOn.slice(2, 4)}`
  // Of the years 1900–1999 are 000–499, of 2000–2039 500–999. Two on keeps the gender.
  const least = bornOn < '2000' ? 0 : 500
  for (let individual = from; ; individual += 2) {
    const nine = `${born}${String(least + (individual % 500)).padStart(3, '0')}`
    const first = controlDigit(nine, firstWeights)
    const second = controlDigit(`${nine}${first}`, secondWeights)
    if (first < 10 && second < 10) return `${nine}${first}${second}`
  }
}

/** 10 for a number that has no control digit. */
function controlDigit(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  return (11 - (sum % 11)) % 11
}
