import { LocalTime } from '#domain/time/instant.ts'
import { tidy } from './cell-values.ts'

export type ClockTimes = {
  times: LocalTime[]
  /** What was not read as a time, as it stands; null when nothing is left. */
  unread: string | null
}

/**
 * Reads the times of day that stand in a text: «08, 20», «kl. 8.00 og 20.00», «0800», «08.00 (1 tbl)».
 *
 * A number that may be an amount or a frequency is no time: «1+0+1+0», «2 ganger daglig», «hver 8. time», «2,5». A
 * bare number counts only where the whole text is a list of hours.
 */
export function readClockTimes(text: string): ClockTimes {
  const isOther = negation.test(text) || interval.test(text)
  if (text.length > maxLength || isOther) return { times: [], unread: tidy(text) }
  const parts = partsOf(text)
  const unreadParts = parts.filter(({ kind }) => kind === 'unread')
  const clocks = parts.filter((part) => part.kind === 'clock')
  const isPlainList = unreadParts.length === 0 && isAscending(clocks) && !amountSeries.test(text)
  const kept = clocks.filter(({ isSure }) => isSure || isPlainList)
  const times = [...new Set(kept.map(({ at }) => at))].toSorted()
  if (times.length === 0) return { times, unread: tidy(text) }
  const left = parts.filter(
    (part) => part.kind === 'unread' || (part.kind === 'clock' && !kept.includes(part)),
  )
  return { times, unread: left.map(({ text: part }) => part).join(', ') || null }
}

/** What is longer is a text, and must not keep the server busy. */
const maxLength = 300

/** «hver 6. time», «annenhver dag», «mandager»: whose times are not every day's, or more than those that stand there. */
const interval =
  /(?<!\p{L})(?:hver \d+\.? ?(?:time|dag|uke)|hver (?:annen|andre|tredje|fjerde)|annenhver|annakvar|(?:man|tirs|ons|tors|fre|lør|søn)(?:dag(?:er)?)?(?![\p{L}])|(?:mån|tys|laur|sun)dag(?:ar)?|ukentlig|helg(?:er)?|hverdager)/iu

/** «ikke kl. 14», «seponert kl. 20»: a time that is named because nothing is given then. */
const negation =
  /(?<!\p{L})(?:ikke|ikkje|unntatt|unntak|utenom|seponert|sep|pause|pauset|stoppet|avsluttet|fjernet|slutt)(?!\p{L})/iu

type Part =
  | { kind: 'clock'; text: string; at: LocalTime; isSure: boolean }
  | { kind: 'unread'; text: string }

/** Words that say nothing of when. */
const fillers = /(?<![\p{L}\d])(?:v\/b|vb|ved behov|daglig|hver dag|alle dager)(?![\p{L}\d])\.?/giu
const unit =
  '(?:tbl|tab|tabl|tablett|tabletter|stk|mg|mcg|µg|g|ml|ie|e|kaps|kapsel|kapsler|dråper|dose|doser|pose|poser|enheter)\\.?'
const amount = String.raw`\d+(?:[.,/]\d+)?\s*${unit}(?!\p{L})`
const amounts = new RegExp(String.raw`[=:–-]?\s*(?<![\d.,:])${amount}`, 'giu')
const inBrackets = new RegExp(String.raw`\((?:${amount}|\d+|\p{L}+)\)`, 'giu')

/** «8, 10, 12 enheter» is three amounts: the unit stands with the last one, which could be an hour itself. */
const amountSeries = new RegExp(
  String.raw`(?<![\d.,:])\d{1,2}(?:\s*[,;/]\s*|\s+)(?:og\s+)?(?:[5-9]|1\d|2[0-4])\s*${unit}(?!\p{L})`,
  'iu',
)

/**
 * A plus between numbers parts amounts, and one comma without a blank may be a decimal sign or «12,30»: neither parts
 * times. A slash parts two full numbers, for «1/2» is a half.
 */
const separators =
  /[;\r\n&]+|(?<!\d),|,(?!\d)|(?<=,\d{1,2}),|,(?=\d{1,2},)|(?<!\d\s*)\+|\+(?!\s*\d)|(?<![\p{L}])(?:og|samt)(?![\p{L}])|(?<=\d{2})\s*\/\s*(?=\d{2})|(?<=\d\.?)\s+(?=\d)|\s+(?=kl)/iu

function partsOf(text: string): Part[] {
  const bare = text.replaceAll(inBrackets, ' ').replaceAll(amounts, ' ').replaceAll(fillers, ' ')
  let isAfterClockWord = false
  return bare.split(separators).flatMap((piece): Part[] => {
    const item = tidy(piece).replace(/^[.\s]+|[.,\s]+$/g, '')
    if (item === '') return []
    const clock = clockOf(item, isAfterClockWord)
    if (clock?.kind === 'clock' && clock.isSure) isAfterClockWord ||= /^kl/i.test(item)
    return [clock ?? { kind: 'unread', text: item }]
  })
}

const clockForm =
  /^(?<word>kl(?:\.|okken)?\s*)?(?<hour>[01]?\d|2[0-4])(?:(?<sign>[:.])(?<minute>[0-5]\d)(?::[0-5]\d)?|(?<=\d\d)(?<bareMinute>[0-5]\d))?$/iu

function clockOf(item: string, isAfterClockWord: boolean): Part | null {
  const found = clockForm.exec(item)?.groups
  if (found === undefined) return null
  const { word, hour = '', sign, minute = found['bareMinute'] ?? '00' } = found
  const at = LocalTime.safeParse(`${(hour === '24' ? '0' : hour).padStart(2, '0')}:${minute}`)
  if (!at.success || (hour === '24' && minute !== '00')) return null
  const isMarked = word !== undefined || sign === ':'
  // One to four may be how many or how often, and «01.12» a day in December.
  const isLikely = (hour.length === 2 || Number(hour) > 4) && (sign !== '.' || endsAtFive(minute))
  if (!isMarked && !isLikely) return null
  return { kind: 'clock', text: item, at: at.data, isSure: isMarked || isAfterClockWord }
}

function endsAtFive(minute: string): boolean {
  return Number(minute) % 5 === 0
}

/** Hours of a day stand in their order, once around midnight at most: «23, 03». Amounts come in any order. */
function isAscending(clocks: readonly { at: LocalTime }[]): boolean {
  const times = clocks.map(({ at }) => at)
  const first = times.toSorted()[0]
  const start = first === undefined ? 0 : times.indexOf(first)
  const turned = [...times.slice(start), ...times.slice(0, start)]
  return turned.every((at, place) => place === 0 || (turned[place - 1] ?? '') < at)
}
