import type { ZoneChoice } from '#app/bridge/device-reader.ts'
import { mapReading, type Reading, withOptional } from '#app/bridge/reading.ts'
import type { IncidentId } from '#domain/base/ids.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { IncidentModel, PeopleOfIncident } from './incident-model.ts'
import type { KnownClock } from './known-clock.ts'
import type { KnownPatients, PatientGround } from './known-patients.ts'

/** What the lists of an incident are made of. */
export type IncidentGround = PeopleOfIncident & {
  incident: Incident
  ground: PatientGround
  now: Instant
}

/** Reads an incident with its people and the patients of a zone; none when no incident has the id. */
export function incidentGround({
  model,
  patients,
  clock,
}: {
  model: IncidentModel
  patients: KnownPatients
  clock: KnownClock
}) {
  return async (id: IncidentId, zone: ZoneChoice): Promise<Reading<IncidentGround>> => {
    const found = await model.find(id)
    if (found.kind !== 'open') return found
    const incident = found.value
    if (incident === null) return { kind: 'none' }
    const [grounds, people, now] = await Promise.all([
      patients(zone),
      model.peopleOf(incident),
      clock.now(),
    ])
    if (people.kind !== 'open') return people
    const whole = withOptional(withOptional(grounds, people), found)
    return mapReading(whole, (ground) => ({ ...people.value, incident, ground, now }))
  }
}
