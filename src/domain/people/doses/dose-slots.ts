import type { PatientId } from '../../base/ids.ts'
import { type Instant, localClock } from '../../time/instant.ts'
import { plusDays } from '../../time/local-day.ts'
import { minuteOfDay } from '../../time/next-time-of-day.ts'
import type { DoseKey } from '../person-fact.ts'
import type { Patient } from '../../patient/patient.ts'

/** A dose is often given a little early on a route that goes by deadlines. */
const soonMinutes = 60

/**
 * Returns the doses of the dispenser that somebody may have given by now: the latest slot that has begun, of yesterday
 * before the first of today, and the next one when it is less than an hour away.
 */
export function currentDoses(
  { id, doseTimes }: Pick<Patient, 'id' | 'doseTimes'>,
  now: Instant,
): DoseKey[] {
  const { on, at } = localClock(now)
  const times = doseTimes.toSorted()
  const begun = times.findLast((slot) => slot <= at)
  const lastOfYesterday = times.at(-1)
  const next = times.find((slot) => slot > at && minuteOfDay(slot) - minuteOfDay(at) < soonMinutes)
  const latest =
    begun !== undefined
      ? [keyOf(id, on, begun)]
      : lastOfYesterday === undefined
        ? []
        : [keyOf(id, plusDays(on, -1), lastOfYesterday)]
  return next === undefined ? latest : [...latest, keyOf(id, on, next)]
}

function keyOf(patientId: PatientId, on: DoseKey['on'], slot: DoseKey['slot']): DoseKey {
  return { patientId, line: null, on, slot }
}
