import { type Instant, localClock, minutesBetween } from '#domain/time/instant.ts'
import { peopleInOutage } from '#text/nb/screens/people-in-outage.ts'
import { visits as words } from '#text/nb/screens/visits.ts'
import { durationWords, momentWords } from '#text/nb/words/time.ts'
import type { VisitRow } from '#app/bridge/incident-queries.ts'

const nearMinutes = 120

const noClock = '–'

/** The time column of a visit: the deadline that orders the list. */
export function dueLead(due: VisitRow['due'], now: Instant) {
  if (due === null) return { clock: noClock }
  const minutes = Math.ceil(minutesBetween(now, due.at))
  return {
    clock: localClock(due.at).at,
    distance: distanceText(minutes),
    near: minutes <= nearMinutes,
  }
}

function distanceText(minutes: number): string {
  if (minutes === 0) return peopleInOutage.now
  return minutes < 0
    ? peopleInOutage.ago(durationWords(-minutes))
    : peopleInOutage.inDuration(durationWords(minutes))
}

/** Why it has its place: «Strøm tom 04:11», «Dose 08:00», «Trenger besøk siden 03:05». */
export function dueText(due: VisitRow['due'], now: Instant): string {
  return due === null ? words.noDeadline : words.because[due.because](momentWords(due.at, now))
}
