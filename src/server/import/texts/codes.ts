import { tidy } from './cell-values.ts'

/** The digits of a code, with the signs that locks have and the blanks that people write; a year or a phone is none. */
const code = String.raw`(?:[#*]?\d(?:[\d#*]|[ -](?=[\d#*])){2,11}[#*]?|\p{Lu}\d{3,8}|\d{3,8}\p{Lu})(?![\d.,:]\d|[\d\p{L}])`
const series = String.raw`${code}(?:\s*(?:\/|,|og|eller|el\.)\s*${code})*`
/** «Nøkkelbokskode», «alarmkode», «PIN», «kodelås»; no postal code, and no code of a service. */
const codeWord = String.raw`(?<!\p{L})(?!post|teneste|tjeneste|diagnose|lande?|farge|strek|q)(?:\p{L}+-?)?kod(?:e[nr]?|eord(?:et)?|elås(?:en)?|elåset|ebrikke)(?!\p{L})|(?<!\p{L})(?:tast|slå)(?: inn)?(?!\p{L})|(?<!\p{L})pin(?:-?kode[nr]?)?(?!\p{L})|(?<!\p{L})passord(?:et)?(?!\p{L})`
/** What may stand between the word and the digits: «er», «til nøkkelboks», «:». No word that tells of a phone. */
const between = String.raw`(?:[\s:=,–-]+(?!tlf|telefon|tel|mob|mobil|ring|kl|etg|nr|hos|fra|endret|byttet|siden)[\p{L}-]{2,}){0,5}\s*(?:[:=–-]|er)?\s*\(?`
const worded = new RegExp(String.raw`[,;(]?\s*(?:${codeWord})${between}(${series})\)?`, 'iu')
/** «4711 er koden», «4711 (kode)». */
const wordedAfter = new RegExp(
  String.raw`(?<![\d+] ?)(${code})\s*(?:er\s+|\(\s*)?(?:${codeWord})(?:\s+til\s+[\p{L}-]+)?\)?`,
  'iu',
)
/** A key box, a lock or a door with digits beside it: «Boks ved dør (2580)», «Nøkkelboks 2580». */
const lockWord = String.raw`(?<!\p{L})(?:(?!post)\p{L}*boks(?:en)?|\p{L}*safe(?:n)?|\p{L}*skap(?:et)?|\p{L}*lås(?:en)?|port(?:en)?|\p{L}*dør(?:a|en)?|(?!trygghets)\p{L}*alarm(?:en)?|tastatur|calling|callinganlegg)(?!\p{L})`
const besideLock = new RegExp(
  String.raw`${lockWord}[^\d\n]{0,40}?(?<!nr\.? ?|nummer ?|siden ?|montert ?|fra ?|i ?|kl\.? ?|etg\.? ?|tlf\.? ?|telefon ?|mob\.? ?|mobil ?|ring ?|\+)([#*]?(?!(?:19|20)\d{2}(?![\d#*]))(?:\d{4,6}|\d{2}[ -]\d{2})[#*]?)(?![\d.,:]\d|\d| ?\d{2})`,
  'iu',
)

/** A password may be a word. */
const password = /(?<!\p{L})(?:passord|password)(?:et)?\s*(?:er\s+|[:=]\s*)\s*([^\s,;]{4,20})/iu

/** Only locks ask for a cross or a star. */
const signed = /(?<![\p{L}\d])([#*]\d{3,8}[#*]?|\d{3,8}[#*])(?![\p{L}\d])/u

/** A text with its door, box and alarm codes taken out, for codes go to a class of their own. */
export function extractCodes(
  text: string,
  where: 'address' | 'text' = 'text',
): { rest: string; codes: string[] } {
  const codes: string[] = []
  let rest = text
  // A list names a code or two; the count keeps a text of nothing else from taking hours.
  for (let round = 0; round < maxCodes; round++) {
    const found = firstCode(rest, where)
    const value = found?.[1]
    if (found === null || value === undefined || isPhone(value, found[0])) break
    const each = value.split(/\s*(?:\/|,|og|eller|el\.)\s*/)
    codes.push(...each.map((one) => one.replaceAll(/[ -]/g, '')))
    rest = withoutCode(rest, found, value)
  }
  return codes.length === 0 ? { rest: tidy(text), codes } : { rest: tidyRest(rest), codes }
}

function firstCode(text: string, where: 'address' | 'text'): RegExpExecArray | null {
  // In an address a box is a box of the post.
  const beside = where === 'address' ? null : besideLock.exec(text)
  return (
    password.exec(text) ??
    worded.exec(text) ??
    wordedAfter.exec(text) ??
    beside ??
    signed.exec(text)
  )
}

const maxCodes = 10

/** Without the signs and the «er» that stood around a code. */
function tidyRest(text: string): string {
  return tidy(text)
    .replace(/^(?:er(?!\p{L})|[\s,;:.–-])+/u, '')
    .replace(/(?:(?<!\p{L})er|[\s,;:–(-])+$/u, '')
}

/** Eight digits in the groups of a phone are one unless the word for a code stands right before them. */
function isPhone(value: string, whole: string): boolean {
  return (
    value.replaceAll(/\D/g, '').length === 8 &&
    value.includes(' ') &&
    !/kod\p{L}*\s*(?:er|[:=])?\s*[\d#*]/iu.test(whole)
  )
}

/** Words that say where the code belongs stay: «Nøkkelboks ved dør», «til boks». */
function withoutCode(text: string, found: RegExpExecArray, value: string): string {
  const kept = found[0]
    .replace(value, ' ')
    .replaceAll(new RegExp(String.raw`(?:${plainCodeWord})\s*(?:er(?!\p{L}))?\s*[:=]?`, 'giu'), ' ')
    .replaceAll(/\(\s*\)|[(:=]\s*$/g, ' ')
  const tail = kept.replaceAll(/[()]/g, ' ')
  return `${text.slice(0, found.index)} ${tail} ${text.slice(found.index + found[0].length).replace(/^\s*\)/, '')}`
    .replaceAll(/\s+([,;.])/g, '$1')
    .replaceAll(/(?:[,;]\s*)+(?=[,;.]|$)/g, '')
}

/** A word that says no more than that a code follows. */
const plainCodeWord = String.raw`(?<!\p{L})(?:kode[nr]?|dørkode[nr]?|portkode[nr]?|pin(?:-?kode[nr]?)?)(?!\p{L})`
