import { LocalDate } from '../time/instant.ts'

/** Words that say that somebody does not have a service, or not any more, or not yet. */
const notCurrentWords =
  /(?<!\p{L})(?:ikke|ikkje|ingen|inga|nei|uten|utan|søkt|søkjer|søker|søknad|ansøkt|avslag|avslått|avslåt[te]|avvist|avsluttet|avslutta|avslutt(?:es)?|opphør(?:t|er)?|stoppet|stoppa|stanset|stansa|utløpt|utgått|tidligere|tidlegare|sagt opp|oppsagt|frasagt|takket nei|takka nei|venteliste|på vent|venter|planlagt|vurderes|vurdert|under vurdering|ønsker|ønskjer|har hatt|slettet|sletta|pauset|pause|satt på pause|midlertidig stans|inaktiv|ugyldig|annullert|kansellert|trukket)(?!\p{L})/iu

const stateAlone = new RegExp(String.raw`^[\s(–-]*${notCurrentWords.source}[^\p{Lu}]*$`, 'iu')

/** A part that tells nothing but the state of the service before it: «avsluttet 01.01.2026», «ikke aktiv». */
export function isRemarkOnState(part: string): boolean {
  const words = part.trim().split(/\s+/)
  return words.length <= 4 && stateAlone.test(part) && !/(?<![\p{L}])\p{Lu}{2}/u.test(part)
}

/** Whether a text names a service that is not somebody's today. */
export function isNotCurrent(part: string, today: LocalDate): boolean {
  if (nothingAtAll.test(part.trim())) return false
  if (notCurrentWords.test(part) || /[=:]\s*0\s*$/.test(part)) return true
  const endsOn = lastDay(part)
  return endsOn !== null && endsOn < today
}

/** Says that there is no service at all, which is no service that ended. */
const nothingAtAll = /^(?:ingen|nei|ingen (?:tjenester|tenester|vedtak)|ikke aktuelt|uten)$/iu

const date = String.raw`(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})|(\d{4})-(\d{2})-(\d{2})`
const end = new RegExp(
  String.raw`(?:[–-]|til(?: og med)?|t\.o\.m\.?|tom\.?|slutt:?|utløper)\s*(?:${date})`,
  'giu',
)

/** The day that a period in a text ends on; null when it has no end. A single date is when the service began. */
function lastDay(part: string): LocalDate | null {
  const found = [...part.matchAll(end)].at(-1)
  if (found === undefined) return null
  const [, day, month, year = '', isoYear, isoMonth, isoDay] = found
  const parsed = LocalDate.safeParse(
    isoYear === undefined
      ? `${year.length === 2 ? `20${year}` : year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
      : `${isoYear}-${isoMonth}-${isoDay}`,
  )
  return parsed.success ? parsed.data : null
}
