import type { FormerPatient } from '#domain/roster/former-patient.ts'
import { type Instant, localClock } from '#domain/time/instant.ts'
import { dayNumber } from '#domain/time/local-day.ts'
import { lookupName } from '../name.ts'
import { dateWords, fullDate } from '../time.ts'

/** «f. 1941 · EPJ-nr. 70399 · ute av listen fra i dag» */
export function formerPatientText(former: FormerPatient, now: Instant): string {
  return formerText(former, sinceText(former.goneAt, now))
}

/** The same on paper, which does not know which day it is read. */
export function formerPatientOnPaper(former: FormerPatient): string {
  return formerText(former, fullDate(localClock(former.goneAt).on))
}

function formerText({ bornOn, ehrId }: FormerPatient, since: string): string {
  return [
    bornOn === null ? null : `f. ${bornOn.slice(0, 4)}`,
    ehrId === null ? null : `EPJ-nr. ${ehrId}`,
    `ute av listen fra ${since}`,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

/** The same with her name before it, where one line says who a note is about. */
export function formerPatientName(former: FormerPatient, now: Instant): string {
  return `${lookupName(former.name)} · ${formerPatientText(former, now)}`
}

function sinceText(at: Instant, now: Instant): string {
  const [on, today] = [localClock(at).on, localClock(now).on]
  const daysAgo = dayNumber(today) - dayNumber(on)
  if (daysAgo <= 0) return 'i dag'
  return daysAgo === 1 ? 'i går' : dateWords(on, today)
}
