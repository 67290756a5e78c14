import type { ZoneId } from '../../base/ids.ts'
import { findFittingWorkList, shiftAt, usualShiftHours } from '../../lists/shift.ts'
import type { Visit, WorkList } from '../../lists/work-list.ts'
import { type Instant, type LocalDate, localClock, type LocalTime } from '../../time/instant.ts'
import { instantAt, plusDays } from '../../time/local-day.ts'
import { minuteOfDay } from '../../time/next-time-of-day.ts'
import type { VisitKey } from '../person-fact.ts'

/** A visit of the work list that fits the present shift. */
export type PlannedVisit = {
  key: VisitKey
  zone: ZoneId
  visit: Visit
  /** When it must be done: as long as it can be postponed, or else when it is planned to begin. */
  dueAt: Instant | null
  /** When its medicines are to be given; null for one without. */
  doseAt: Instant | null
}

/** The visits of the present shift, from the fitting work list of each zone. */
export function plannedVisits(workLists: readonly WorkList[], now: Instant): PlannedVisit[] {
  const clock = localClock(now)
  const shift = shiftAt(clock, usualShiftHours)
  const on = shiftDay(clock)
  const momentOf = moments(on)
  const zones = [...new Set(workLists.map(({ zone }) => zone))]
  return zones.flatMap((zone) => {
    const fitting = findFittingWorkList(
      workLists.filter((list) => list.zone === zone),
      shift,
    )
    return (fitting?.workList.visits ?? []).map((visit) => ({
      key: { patientId: visit.patientId, planned: { visitId: visit.id, on } },
      zone,
      visit,
      dueAt: momentOf(visit.postponableUntil ?? visit.startsAt),
      doseAt: visit.medicationAt === null ? null : momentOf(visit.medicationAt),
    }))
  })
}

/** The day on which the shift began: after midnight, the night's is that of the day before. */
function shiftDay({ on, at }: { on: LocalDate; at: LocalTime }): LocalDate {
  return isAfterMidnight(at) ? plusDays(on, -1) : on
}

function isAfterMidnight(at: LocalTime): boolean {
  return minuteOfDay(at) < minuteOfDay(usualShiftHours.day)
}

/** A time before the day begins is of the next morning. Many visits share their times. */
function moments(on: LocalDate): (at: LocalTime) => Instant | null {
  const known = new Map<LocalTime, Instant | null>()
  return (at) => {
    const found = known.get(at)
    if (found !== undefined) return found
    const moment = instantAt(isAfterMidnight(at) ? plusDays(on, 1) : on, at)
    known.set(at, moment)
    return moment
  }
}
