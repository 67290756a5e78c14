import { foldForSearch } from './search-text.ts'

/** Spaces and marks; a list of them is several times as quick as Unicode's own categories. */
const between = /[\s!-/:-@[-`{-~«»–—‘’“”]+/g

/** The folded words of a text in one string, with a space before and after each. */
export function spacedWords(text: string): string {
  return ` ${foldForSearch(text).replaceAll(between, ' ')} `
}

export function searchWords(text: string): string[] {
  return spacedWords(text)
    .split(' ')
    .filter((word) => word !== '')
}

/** How many slips of the finger are forgiven. In a number one slip is somebody else's number. */
export function slipsForgiven(word: string): number {
  if (word.length < 5 || /\d/.test(word)) return 0
  return word.length < 8 ? 1 : 2
}

/** Whether one word becomes the other by at most so many letters put in, left out or changed. */
export function isWithinSlips(a: string, b: string, slips: number): boolean {
  if (Math.abs(a.length - b.length) > slips) return false
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    if (Math.min(...next) > slips) return false
    row = next
  }
  return (row[b.length] ?? Infinity) <= slips
}
