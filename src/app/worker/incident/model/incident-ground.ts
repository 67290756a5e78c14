import type { ZoneChoice } from '#app/bridge/device-reader.ts'
import { mapReading, type Reading, withOptional } from '#app/bridge/reading.ts'
import type { IncidentId } from '#domain/base/ids.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { ReadKnown } from './incident-model.ts'
import type { PeopleOfIncident } from './kept-people.ts'
import type { KnownPatients, PatientGround } from './known-patients.ts'

/** What the lists of an incident are made of. */
export type IncidentGround = PeopleOfIncident & {
  incident: Incident
  ground: PatientGround
  now: Instant
}

export type ReadGround = (id: IncidentId, zone: ZoneChoice) => Promise<Reading<IncidentGround>>

/** Reads an incident with its people and the patients of a zone; none when no incident has the id. */
export function incidentGround(readKnown: ReadKnown, readPatients: KnownPatients): ReadGround {
  return async (id, zone) => {
    const [known, patients] = await Promise.all([readKnown(), readPatients(zone)])
    if (known.kind !== 'open') return known
    const { find, peopleOf, now } = known.value
    const incident = find(id)
    if (incident === null) return { kind: 'none' }
    return mapReading(withOptional(patients, known), (ground) => ({
      ...peopleOf(incident),
      incident,
      ground,
      now,
    }))
  }
}
