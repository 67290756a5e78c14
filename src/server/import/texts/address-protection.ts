import { listWords } from '#content/list-words.ts'
import { foldText } from '#domain/base/folded-text.ts'
import type { AddressProtection } from '#domain/patient/patient.ts'
import { parseYesNo, tidy } from './cell-values.ts'

/** Any sign in such a column protects: a hidden address that was no secret costs less than the reverse. */
export function parseProtection(text: string, heading: string): AddressProtection {
  const word = foldText(text)
  const isNo = parseYesNo(text) === false || unprotected.has(word) || negated.test(word)
  if (word === '' || isNo) return 'none'
  const isTick = parseYesNo(text) === true
  return strict.test(isTick ? foldText(heading) : word) ? 'strictlyConfidential' : 'confidential'
}

/** Whether a cell of such a column leaves it open: «Ukjent», «-», «?», «må sjekkes». */
export function isProtectionUnclear(text: string, heading: string): boolean {
  const word = foldText(text)
  if (text.trim() === '' || parseYesNo(text) !== null || unprotected.has(word)) return false
  if (negated.test(word) || word === foldText(heading)) return false
  return !/^[67]$|^k[67]$|^(?:kode)?(?:seks|syv|sju)$|spsf|spfo/.test(word) && !anyWord.test(word)
}

const unprotected = new Set(listWords.unprotected.map(foldText))
const strict = /strengt|kode6$|kode6(?!\d)|^6$|^k6$|kodeseks|spsf/
/** Folded: «Skjermet adresse» is «skjermetadresse». */
const words =
  'fortrolig|fortruleg|hemmelig|hemmeleg|sperret|sperra|skjult|skjermet|skjerma|beskyttet|beskytta|gradert|klausulert|konfidensiell?'
const anyWord = new RegExp(`${words}|sperre|skjerming|beskyttelse|vern|kode[67](?!\\d)`)
/** «Ikke skjermet», «Ingen gradering», «Uten adressesperre». */
const negated = new RegExp(
  `^(?:ikke|ikkje|ingen|inga|uten|utan|u)(?:noen)?(?:adresse)?(?:${words}|gradering|sperre|skjerming|beskyttelse|adressesperre|kode|kode[67])(?:adresse)?$`,
)

/** Null when a text of another column says nothing of address protection. */
export function findProtection(text: string): AddressProtection | null {
  const folded = foldText(text)
  if (/strengtfortrolig|strengtfortruleg|kode6(?!\d)|kodeseks/.test(folded)) {
    return 'strictlyConfidential'
  }
  if (/^(?:spsf|k6)$/.test(folded)) return 'strictlyConfidential'
  return protectedWords.test(folded) || aboutAddress.test(text) ? 'confidential' : null
}

const protectedWords = new RegExp(
  `^(?:fortrolig|fortruleg|spfo|k7)$|unntattoffentlig|kode7(?!\\d)|kode(?:syv|sju)|(?:${words})(?:adresse|adr$|bosted|bustad)|adressesperre|adressevern|adressebeskyttelse`,
)
/** «Adressen er hemmelig», «Sperret adr.», «adresse: skjult». */
const aboutAddress = new RegExp(
  String.raw`(?<!\p{L})adr(?:\.|esse\p{L}*)?[\s:.–-]+(?:er\s+|holdes\s+|skal\s+være\s+)?(?:${words})(?!\p{L})|(?<!\p{L})(?:${words})[\s.]+adr(?!\p{L})`,
  'iu',
)

/** In an address the word alone protects, wherever it stands: «Lia 5 (fortrolig)», «Skjult». No ward is meant. */
export function findAddressProtection(text: string): AddressProtection | null {
  const isMasked = /^[*x•.#]{3,}$/i.test(text.trim())
  return findProtection(text) ?? (isMasked || bareWord.test(text) ? 'confidential' : null)
}

const bareWord = new RegExp(
  String.raw`(?<!\p{L})(?:${words})(?!\p{L})(?!\s+(?:enhet|avdeling|avd|post|bo))`,
  'iu',
)

/** An address without the words that protect it. */
export function withoutProtection(text: string): string {
  return tidy(text.replaceAll(protecting, ' '))
    .replaceAll(/\([\s!.,]*\)|^[\s,;:.!*•–-]+|[\s,;:.!*•–-]+$/g, '')
    .trim()
}

const protecting = new RegExp(
  String.raw`(?<!\p{L})(?:(?:strengt[ _])?(?:${words})[ _]?(?:adr(?:esse)?\.?)?|adr(?:esse\p{L}*)?\.?\s*[:–-]?\s*(?:er )?(?:${words})|unntatt offentlighet|k[67]|sp(?:sf|fo)|kode[ -]?(?:[67](?!\d)|seks|syv|sju)|adressesperre)(?!\p{L})`,
  'giu',
)

export function strictest(levels: readonly AddressProtection[]): AddressProtection {
  if (levels.includes('strictlyConfidential')) return 'strictlyConfidential'
  return levels.includes('confidential') ? 'confidential' : 'none'
}
