import type { LocalDate } from '../time/instant.ts'

const dayMonthYear = /(?<![\d./-])(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?![\d./-])/g
const yearMonthDay = /(?<![\d./-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d./-])/g
const spaced = /^\s*(\d{1,2})\s+(\d{1,2})\s+(\d{4}|\d{2})\s*$/
/** A fødselsnummer begins with the date of birth. */
const personalNumber = /(?<!\d)(\d{6})\s?\d{5}(?!\d)/g

/** The words by which a date of birth is found: «140341», «14031941», «19410314». */
export function birthWords(bornOn: LocalDate): string[] {
  const [year = '', month = '', day = ''] = bornOn.split('-')
  return [`${day}${month}${year.slice(2)}`, `${day}${month}${year}`, `${year}${month}${day}`]
}

/** A typed text with each date as one word: «14.3.41» becomes «140341», and «1941-03-14» becomes «19410314». */
export function typedDatesJoined(text: string): string {
  return text
    .replaceAll(
      yearMonthDay,
      (_, year: string, month: string, day: string) =>
        `${year}${month.padStart(2, '0')}${day.padStart(2, '0')}`,
    )
    .replaceAll(dayMonthYear, (_, day: string, month: string, year: string) =>
      joined(day, month, year),
    )
    .replace(spaced, (_, day: string, month: string, year: string) => joined(day, month, year))
    .replaceAll(personalNumber, '$1')
}

function joined(day: string, month: string, year: string): string {
  return `${day.padStart(2, '0')}${month.padStart(2, '0')}${year}`
}
