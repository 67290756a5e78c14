import { foldText } from '#domain/base/folded-text.ts'
import { LocalDate } from '#domain/time/instant.ts'
import type { AddressProtection, PersonName } from '#domain/patient/patient.ts'

export function tidy(text: string): string {
  return text.replaceAll(/[\s\u00a0]+/g, ' ').trim()
}

/** The opening of a text, as a warning quotes it. */
export function shortened(text: string): string {
  const line = tidy(text)
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}

/** «Etternavn, Fornavn», or «Fornavn Etternavn» where there is no comma. */
export function splitName(text: string, order: 'familyFirst' | 'givenFirst'): PersonName {
  const name = tidy(text)
  const comma = name.indexOf(',')
  if (comma !== -1)
    return { family: tidy(name.slice(0, comma)), given: tidy(name.slice(comma + 1)) }
  const space = order === 'familyFirst' ? name.indexOf(' ') : name.lastIndexOf(' ')
  if (space === -1) return { family: name, given: '' }
  const [first, second] = [name.slice(0, space), name.slice(space + 1)]
  return order === 'familyFirst'
    ? { family: first, given: second }
    : { family: second, given: first }
}

/**
 * Reads a birth date as Norwegian systems write it. A year of two digits is taken only when one century is
 * possible: nobody is guessed a hundred years older or younger. Nobody is born tomorrow.
 */
export function parseBirthDate(text: string, today: LocalDate): LocalDate | null {
  const date = tidy(text)
    .replace(/[ T]\d{1,2}[:.]\d{2}([:.]\d{2})?(\.\d+)?Z?$/, '')
    .replace(/ ?\(\d+ år\)$/, '')
    .replace(monthName, (whole, name: string) => monthNumber(name) ?? whole)
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(date)
  if (iso !== null && /^(18|19|20)/.test(date)) return pastDay(dayOf(iso[1], iso[2], iso[3]), today)
  const norwegian =
    /^(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4}|\d{2})$/.exec(date) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(date)
  if (norwegian === null) return null
  const [, day, month, year = ''] = norwegian
  if (year.length === 4) return pastDay(dayOf(year, month, day), today)
  const inThisCentury = dayOf(`20${year}`, month, day)
  return inThisCentury !== null && inThisCentury > today ? dayOf(`19${year}`, month, day) : null
}

function pastDay(day: LocalDate | null, today: LocalDate): LocalDate | null {
  return day !== null && day <= today ? day : null
}

/** «1. februar 1940», «01.feb.40»: the month between its neighbours. */
const monthName = /(?<=\d)[. -]{0,2}(\p{L}{3,9})[. -]{0,2}(?=\d)/u

function monthNumber(name: string): string | null {
  const place = monthOpenings.indexOf(name.slice(0, 3).toLowerCase())
  return place === -1 ? null : `.${place + 1}.`
}

const monthOpenings = 'jan,feb,mar,apr,mai,jun,jul,aug,sep,okt,nov,des'.split(',')

function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): LocalDate | null {
  const text = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  const parsed = LocalDate.safeParse(text)
  if (!parsed.success) return null
  const moment = new Date(`${text}T00:00:00.000Z`)
  return moment.toISOString().startsWith(text) ? parsed.data : null
}

const yesWords = new Set(['ja', 'j', 'x', '1', 'yes', 'y', 'true', 'sant', 'alene', 'boralene'])
const noWords = new Set(['nei', 'n', '0', 'no', 'false', 'usant', 'ingen'])

/** Null when the text is neither a yes nor a no. */
export function parseYesNo(text: string): boolean | null {
  const word = foldText(text)
  return yesWords.has(word) ? true : noWords.has(word) ? false : null
}

/** Whether a text only says that there is nothing to say. */
export function isNothing(text: string): boolean {
  const folded = foldText(text)
  return folded === '' || nothingWords.has(folded)
}

const nothingWords = new Set(
  ['ingen', 'ingen kjente', 'ingen kjent', 'nei', 'ikke kjent', 'ikke oppgitt', 'ukjent'].map(
    foldText,
  ),
)

/** Any sign in such a column protects: a hidden address that was no secret costs less than the reverse. */
export function parseProtection(text: string, heading: string): AddressProtection {
  const word = foldText(text)
  if (word === '' || noWords.has(word) || unprotected.has(word)) return 'none'
  const isTick = parseYesNo(text) === true
  return strict.test(isTick ? foldText(heading) : word) ? 'strictlyConfidential' : 'confidential'
}

const unprotected = new Set(['ugradert', 'apen', 'normal', 'ikkeskjermet', 'ikkegradert'])
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

/** «90», «90 min», «4 t», «1,5 timer», «1 t 30 min», «2 døgn»; null for anything else. */
export function parseMinutes(text: string, unit: 'minutes' | 'hours'): number | null {
  const words = tidy(text)
    .toLowerCase()
    .replace(/^(ca\.?|minst|inntil|opptil) ?/, '')
  const bare = /^(\d+(?:[.,]\d+)?)$/.exec(words)
  if (bare !== null) return Math.round(numberOf(bare[1]) * (unit === 'hours' ? 60 : 1))
  const parts =
    /^(?:(\d+(?:[.,]\d+)?) ?(?:døgn|dager|dag|d)\.?)? ?(?:(\d+(?:[.,]\d+)?) ?(?:timer|time|t|h)\.?)? ?(?:(\d+)(?: ?(?:minutter|minutt|min|m)\.?)?)?$/.exec(
      words,
    )
  if (parts === null || words === '') return null
  const [, days, hours, minutes] = parts
  return Math.round(numberOf(days) * 1440 + numberOf(hours) * 60 + numberOf(minutes))
}

function numberOf(text: string | undefined): number {
  return Number((text ?? '0').replace(',', '.'))
}
