import type { BinderContent } from '#domain/binder/binder.ts'
import { localClock, type Instant, type LocalDate } from '#domain/time/instant.ts'
import type { Address, Contact, PersonName } from '#domain/patient/patient.ts'
import { binderText } from '#text/nb/print/binder.ts'
import { noBreak } from './font.ts'

/** Those parts of a line that there is something to say in. */
export function filled(parts: readonly (string | null)[]): string[] {
  return parts.filter((part) => part !== null).filter((part) => part !== '')
}

/** «Etternavn, Fornavn», as one looks people up. */
export function listName({ family, given }: PersonName): string {
  return given === '' ? family : `${family}, ${given}`
}

/** `23.11.2026`. */
export function dateText(on: LocalDate): string {
  const [year, month, day] = on.split('-')
  return `${day}.${month}.${year}`
}

/** `23.11.2026 kl. 06:12`. */
export function momentText(instant: Instant): string {
  const { on, at } = localClock(instant)
  return `${dateText(on)} kl.${noBreak}${at}`
}

/** `mandag 23.11.2026 kl. 06:12`. */
export function dayAndMomentText(instant: Instant): string {
  const weekday = new Date(`${localClock(instant).on}T12:00:00Z`).getUTCDay()
  return `${binderText.weekdays[weekday] ?? ''} ${momentText(instant)}`
}

/** An as-of line that also says what is not in the print. */
export function withLacking(line: string, { newer }: Pick<BinderContent, 'newer'>): string {
  return newer === 0 ? line : `${line} · ${binderText.lacking(newer)}`
}

/** What stands in a list without rows: only a whole print can say that there is nobody. */
export function noneText({ newer }: Pick<BinderContent, 'newer'>): string {
  return newer === 0 ? binderText.none : binderText.noneKnown
}

/** The week of the year as Norwegian calendars number it (ISO 8601). */
export function weekNumber(instant: Instant): number {
  const day = 86_400_000
  const noon = Date.parse(`${localClock(instant).on}T12:00:00Z`)
  const weekday = (new Date(noon).getUTCDay() + 6) % 7
  // A week belongs to the year that its Thursday is in.
  const thursday = noon + (3 - weekday) * day
  const newYear = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1, 12)
  return 1 + Math.floor((thursday - newYear) / (7 * day))
}

/** «1 t 30», «59 min», «3 t». */
export function durationText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const words =
    hours === 0
      ? `${rest} min`
      : rest === 0
        ? `${hours} t`
        : `${hours} t ${String(rest).padStart(2, '0')}`
  return words.replaceAll(' ', noBreak)
}

/** Grouped as Norwegian numbers are read, and never broken over two lines. */
export function phoneText(phone: string): string {
  const digits = phone.replace(/[\s\u00a0.-]/g, '').replace(/^(?:\+47|0047)(?=\d{8}$)/, '')
  const grouped = /^[489]\d{7}$/.test(digits)
    ? digits.replace(/(...)(..)(...)/, '$1 $2 $3')
    : /^\d{8}$/.test(digits)
      ? digits.replace(/(..)(..)(..)(..)/, '$1 $2 $3 $4')
      : phone
  return grouped.replaceAll(' ', noBreak)
}

export function addressText({ street, detail, postalCode, city }: Address): string {
  const place = filled([postalCode, city]).join(' ')
  return filled([street, detail, place]).join(', ')
}

/** Street and floor: what is enough within a zone. */
export function streetText({ street, detail }: Address): string {
  return filled([street, detail]).join(', ')
}

/** «Datter Berit Lie 900 00 102». */
export function contactText({ name, relation, phone }: Contact): string {
  return filled([relation, name, phone && phoneText(phone)]).join(' ')
}

/** `7F3A-92C1`: enough to see that two papers hold the same. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase()
}
