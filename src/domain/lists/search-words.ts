import { foldForSearch } from './search-text.ts'

/** Spaces and punctuation; this list is several times faster than Unicode's own categories. */
const between = /[\s!-/:-@[-`{-~«»–—‘’“”]+/g

/** Returns the folded words of a text in one string, with a space before and after each. */
export function spacedWords(text: string): string {
  return ` ${foldForSearch(text).replaceAll(between, ' ')} `
}

export function searchWords(text: string): string[] {
  return spacedWords(text)
    .split(' ')
    .filter((word) => word !== '')
}

/** Answers whether a typed word may be a slip for another: two letters swapped, or as many errors as its length bears. */
export function isNearWord(typed: string, word: string): boolean {
  if (/\d/.test(word)) return false
  return isSwapped(typed, word) || isWithinTypos(typed, word, maxTypos(typed))
}

/** Two letters beside each other have changed places. In words of three letters most swaps are other words. */
function isSwapped(typed: string, word: string): boolean {
  if (typed.length !== word.length || typed.length < 4 || /\d/.test(typed)) return false
  let at = 0
  while (at < typed.length && typed.charAt(at) === word.charAt(at)) at++
  if (at === typed.length) return true
  return (
    `${typed.slice(0, at)}${typed[at + 1] ?? ''}${typed[at] ?? ''}${typed.slice(at + 2)}` === word
  )
}

/** Returns how many typing errors a search accepts: none in a number, because it would be another person's. */
export function maxTypos(word: string): number {
  if (word.length < 5 || /\d/.test(word)) return 0
  return word.length < 8 ? 1 : 2
}

/** Answers whether the words differ by at most `max` inserted, missing or changed letters. */
export function isWithinTypos(a: string, b: string, max: number): boolean {
  if (Math.abs(a.length - b.length) > max) return false
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    if (Math.min(...next) > max) return false
    row = next
  }
  return (row[b.length] ?? Infinity) <= max
}
