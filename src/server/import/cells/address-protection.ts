import { listWords } from '#content/list-words.ts'
import { foldText } from '#domain/base/folded-text.ts'
import type { AddressProtection } from '#domain/patient/patient.ts'
import { parseYesNo, tidy } from './cell-values.ts'

/** Any sign in such a column protects: a hidden address that was no secret costs less than the reverse. */
export function parseProtection(text: string, heading: string): AddressProtection {
  const word = foldText(text)
  if (word === '' || parseYesNo(text) === false || unprotected.has(word)) return 'none'
  const isTick = parseYesNo(text) === true
  return strict.test(isTick ? foldText(heading) : word) ? 'strictlyConfidential' : 'confidential'
}

const unprotected = new Set(listWords.unprotected.map(foldText))
const strict = /strengt|kode6$|^6$|spsf/

/** Null when a text of another column says nothing of address protection. */
export function findProtection(text: string): AddressProtection | null {
  const folded = foldText(text)
  if (/strengtfortrolig|kode6(?!\d)/.test(folded)) return 'strictlyConfidential'
  return protectedWords.test(folded) ? 'confidential' : null
}

/** In an address the word alone protects, wherever it stands: «Lia 5 (fortrolig)». */
export function findAddressProtection(text: string): AddressProtection | null {
  return findProtection(text) ?? (/fortrolig/i.test(text) ? 'confidential' : null)
}

/** An address without the words that protect it. */
export function withoutProtection(text: string): string {
  const words =
    /(strengt[ _])?fortrolig( adresse)?|kode ?[67]|(hemmelig|sperret|skjult|skjermet|beskyttet)[ _]?adresse|adressesperre/gi
  return tidy(text.replaceAll(words, ' '))
    .replaceAll(/\(\s*\)|^[\s,;:–-]+|[\s,;:–-]+$/g, '')
    .trim()
}

const protectedWords =
  /^fortrolig$|fortroligadresse|kode7(?!\d)|(hemmelig|sperret|skjult|skjermet|beskyttet)adresse|^adressesperre/

export function strictest(levels: readonly AddressProtection[]): AddressProtection {
  if (levels.includes('strictlyConfidential')) return 'strictlyConfidential'
  return levels.includes('confidential') ? 'confidential' : 'none'
}
