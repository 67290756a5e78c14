import type { ZoneChoice } from '#app/bridge/device-reader.ts'
import type { CountdownReading } from '#app/bridge/incident-queries.ts'
import { mapReading, type Reading } from '#app/bridge/reading.ts'
import { foldPeople } from '#domain/people/fold-people.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { ReadAway } from '../model/incident-ground.ts'
import type { KnownPatients } from '../model/known-patients.ts'
import { countdownReading, keptCountdown } from './countdown-rows.ts'

/** Nothing is said of anybody before something happens. */
const nothingSaid = foldPeople([])

/** The countdown of an outage that has not begun, in all of the zones that are chosen, as it stands when it begins. */
export function ifPowerGoes({
  readPatients,
  readAway,
}: {
  readPatients: KnownPatients
  readAway: ReadAway
}) {
  const count = keptCountdown()
  return async (
    startsAt: Instant,
    zone: ZoneChoice,
    maxRows: number,
  ): Promise<Reading<CountdownReading>> => {
    const [patients, away] = await Promise.all([readPatients(zone), readAway()])
    return mapReading(patients, (ground) => {
      const symptoms = ['power' as const]
      const zones = [...new Set(ground.patients.map((patient) => patient.zone))]
      const moment = {
        incident: { symptoms, startsAt, area: { zones, streets: [] } },
        people: nothingSaid,
        away: new Set(away.keys()),
        now: startsAt,
      }
      return countdownReading(count(ground, moment), maxRows)
    })
  }
}
