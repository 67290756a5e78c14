import type { IncidentId, PatientId } from '../../base/ids.ts'
import { standingFacts } from '../../facts/standing-facts.ts'
import type { Incident } from '../../incidents/incident.ts'
import { isLate } from '../../incidents/late-facts.ts'
import { isPersonFact, personUndoes } from '../person-fact-of.ts'
import type { PersonFact } from '../person-fact.ts'
import { personSubject } from '../person-subject.ts'

/** Patients who need a visit, as somebody said who did not know that the incident was closed. */
export type LateNeeds = { incident: IncidentId; patients: readonly PatientId[] }

/** For a leader, who may reopen it (`architecture.md` 11.12.8). Only incidents with such patients are listed. */
export function lateNeeds(
  incidents: readonly Incident[],
  facts: readonly PersonFact[],
): LateNeeds[] {
  return incidents.flatMap(({ id, members, standing, closing }) => {
    if (standing !== 'closed' || closing === null) return []
    const own = facts.filter(
      ({ incident, body }) =>
        body.kind === 'undone' || (body.kind === 'contact' && members.includes(incident)),
    )
    const patients = standingFacts(own, { undoes: personUndoes, about: personSubject })
      .filter((fact) => isPersonFact(fact, 'contact'))
      .filter((fact) => fact.body.state === 'needsVisit' && isLate(fact, closing.shown))
      .map(({ body }) => body.patientId)
    return patients.length === 0 ? [] : [{ incident: id, patients: [...new Set(patients)] }]
  })
}
