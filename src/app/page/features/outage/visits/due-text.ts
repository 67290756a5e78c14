import type { Instant } from '#domain/time/instant.ts'
import { visits as words } from '#text/nb/screens/people/visits.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { VisitRow } from '#app/bridge/incident-queries.ts'
import { rowTime } from '../../../parts/row-time.ts'

const noClock = '–'

/** The time column of a visit: the deadline that orders the list. */
export function dueLead(due: VisitRow['due'], now: Instant) {
  return due === null ? { clock: noClock } : rowTime(due.at, now)
}

/** Why it has its place: «Strøm tom 04:11», «Dose 08:00», «Trenger besøk siden 03:05». */
export function dueText(due: VisitRow['due'], now: Instant): string {
  return due === null ? words.noDeadline : words.because[due.because](momentWords(due.at, now))
}
