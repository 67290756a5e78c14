import { foldText } from '#domain/base/folded-text.ts'
import type { TableColumn } from '../cells/table-column.ts'
import type { DelimitedRow } from '../file/read-delimited.ts'

/**
 * The names under a heading of which nothing says that the given name comes first, or something in the list says that it does
 * not: capitals throughout («ÅSEN KÅRE»), a family name in capitals, a next of kin or a row with a comma who share it.
 * None when the list shows that the given name comes first.
 */
export function unclearNames(
  columns: readonly TableColumn[],
  rows: readonly DelimitedRow[],
  place: number,
): string[] {
  const kinPlaces = columns.flatMap(({ column }, at) => (column === 'kin' ? [at] : []))
  const texts = rows.map(({ cells }) => (cells[place] ?? '').trim())
  const known = familiesAndGivens(texts)
  const votes = { familyFirst: 0, givenFirst: 0 }
  const open: string[] = []
  for (const [row, text] of texts.entries()) {
    const words = text.includes(',') ? [] : text.split(/\s+/)
    const [first, last] = [words[0], words.at(-1)]
    if (first === undefined || last === undefined || words.length < 2) continue
    const kin = kinPlaces.map((at) => rows[row]?.cells[at] ?? '')
    const vote = voteOf({ first, last }, kin, known)
    if (vote !== null) votes[vote] += 1
    if (vote === 'familyFirst' || (isCapitals(first) && isCapitals(last))) open.push(text)
  }
  const isShown = votes.givenFirst > 0 && votes.familyFirst === 0
  return isShown ? [] : open
}

type Vote = 'familyFirst' | 'givenFirst'
type KnownNames = { families: ReadonlySet<string>; givens: ReadonlySet<string> }

function voteOf(
  { first, last }: { first: string; last: string },
  kin: readonly string[],
  { families, givens }: KnownNames,
): Vote | null {
  if (isCapitals(first) !== isCapitals(last))
    return isCapitals(first) ? 'familyFirst' : 'givenFirst'
  const [one, other] = [foldText(first), foldText(last)]
  const kinWords = new Set(kin.flatMap((text) => text.split(/[^\p{L}-]+/u)).map(foldText))
  if (kinWords.has(one) !== kinWords.has(other))
    return kinWords.has(one) ? 'familyFirst' : 'givenFirst'
  const isFamilyFirst = families.has(one) || givens.has(other)
  const isGivenFirst = givens.has(one) || families.has(other)
  if (isFamilyFirst === isGivenFirst) return null
  return isFamilyFirst ? 'familyFirst' : 'givenFirst'
}

/** What the rows with a comma show to be family names and given names. A name that is both says nothing. */
function familiesAndGivens(texts: readonly string[]): KnownNames {
  const parts = texts.flatMap((text) => {
    const [family, given] = text.split(',')
    return family === undefined || given === undefined ? [] : [{ family, given }]
  })
  const families = new Set(parts.map(({ family }) => foldText(family)))
  const givens = new Set(parts.flatMap(({ given }) => given.trim().split(/\s+/)).map(foldText))
  const both = [...families].filter((name) => givens.has(name))
  for (const name of both) {
    families.delete(name)
    givens.delete(name)
  }
  return { families, givens }
}

function isCapitals(word: string): boolean {
  return /^\p{Lu}[\p{Lu}'-]+$/u.test(word)
}
