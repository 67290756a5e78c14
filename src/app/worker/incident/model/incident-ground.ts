import type { ZoneChoice } from '#app/bridge/device-reader.ts'
import { mapReading, type Reading, withOptional } from '#app/bridge/reading.ts'
import type { Away } from '#domain/amendments/standing-amendments.ts'
import type { IncidentId, PatientId } from '#domain/base/ids.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { ReadKnown } from './incident-model.ts'
import type { PeopleOfIncident } from './kept-people.ts'
import type { KnownPatients, PatientGround } from './known-patients.ts'

/** What the lists of an incident are made of. */
export type IncidentGround = PeopleOfIncident & {
  incident: Incident
  ground: PatientGround
  /** Where those are who are not at home, as somebody has signed since the list was made. */
  away: ReadonlyMap<PatientId, Away>
  now: Instant
}

export type ReadAway = () => Promise<ReadonlyMap<PatientId, Away>>

export type ReadGround = (id: IncidentId, zone: ZoneChoice) => Promise<Reading<IncidentGround>>

/** Reads an incident with its people and the patients of a zone; none when no incident has the id. */
export function incidentGround(
  readKnown: ReadKnown,
  readPatients: KnownPatients,
  readAway: ReadAway,
): ReadGround {
  return async (id, zone) => {
    const [known, patients, away] = await Promise.all([readKnown(), readPatients(zone), readAway()])
    if (known.kind !== 'open') return known
    const { find, peopleOf, now } = known.value
    const incident = find(id)
    if (incident === null) return { kind: 'none' }
    return mapReading(withOptional(patients, known), (ground) => ({
      ...peopleOf(incident),
      incident,
      ground,
      away,
      now,
    }))
  }
}
