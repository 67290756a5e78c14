import { listWords } from '#content/list-words.ts'
import { LocalDate } from '#domain/time/instant.ts'
import { tidy } from './cell-values.ts'

/**
 * Reads a birth date as Norwegian systems write it. A year of two digits is taken only when one century is
 * possible: nobody is guessed a hundred years older or younger. Nobody is born tomorrow.
 */
export function parseBirthDate(text: string, today: LocalDate): LocalDate | null {
  const date = tidy(text)
    .replace(/^(?:f|født|fødd|born)\s*[.:]?\s*(?=\d)/iu, '')
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
  const oldest = `${Number(today.slice(0, 4)) - maxAge}`
  return day !== null && day <= today && day >= oldest ? day : null
}

/** Nobody has lived longer: what is older is a slip. */
const maxAge = 125

/** «1. februar 1940», «01.feb.40»: the month between its neighbours. */
const monthName = /(?<=\d)[. -]{0,2}(\p{L}{3,9})[. -]{0,2}(?=\d)/u

const months: readonly string[] = listWords.months

function monthNumber(name: string): string | null {
  const place = months.indexOf(name.slice(0, 3).toLowerCase())
  return place === -1 ? null : `.${place + 1}.`
}

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
