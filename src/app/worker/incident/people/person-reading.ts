import type { PersonReading } from '#app/bridge/incident-queries.ts'
import type { EntryId } from '#domain/base/ids.ts'
import { compareFacts } from '#domain/facts/fact-order.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { patientOfFact } from '#domain/people/patient-of-fact.ts'
import type { PersonFact } from '#domain/people/person-fact.ts'
import { type Counted, rowsOf } from './countdown-rows.ts'

/** All that an incident says of one patient. */
export function personReading(
  patient: Patient,
  counted: Counted,
  facts: readonly PersonFact[],
): PersonReading {
  const { countdown, people } = counted
  const isHers = ({ patientId }: { patientId: Patient['id'] }) => patientId === patient.id
  const rows = [...countdown.known, ...countdown.unknown].filter((row) =>
    isHers({ patientId: row.patient.id }),
  )
  return {
    patient,
    rows: rowsOf(rows, counted),
    contact: people.contacts.get(patient.id) ?? null,
    visits: [...people.visits.values()].filter(({ key }) => isHers(key)),
    doses: [...people.doses.values()].filter(({ key }) => isHers(key)),
    history: historyOf(patient, facts),
  }
}

/** What was said of her, newest first, and what took it back. */
function historyOf({ id }: Patient, facts: readonly PersonFact[]): PersonFact[] {
  const about = facts.filter(({ body }) => patientOfFact(body) === id)
  const ids = new Set<EntryId>(about.map(({ entryId }) => entryId))
  const undos = facts.filter(
    ({ body }) => body.kind === 'undone' && body.facts.some((fact) => ids.has(fact)),
  )
  return [...about, ...undos].toSorted((a, b) => compareFacts(b, a))
}
