import { DeviceId, EmployeeId, EntryId, IncidentId, ZoneId } from '#domain/base/ids.ts'
import type { FactOf } from '#domain/people/people.ts'
import type { ContactState, PersonFactBody } from '#domain/people/person-fact.ts'
import { Hlc } from '#domain/time/hlc.ts'
import { aPatientId, noon } from './a-patient.ts'

export const incidentId = IncidentId.parse('1c000000-0000-4000-8000-000000000001')
export const eva = {
  employeeId: EmployeeId.parse('e0000000-0000-4000-8000-000000000002'),
  name: 'Eva Dahl',
  title: 'Helsefagarbeider',
  hprNumber: null,
}

let facts = 0

/** What Eva said at noon, and the server has. */
export function aPersonFact<Body extends PersonFactBody>(
  body: Body,
  fields: Partial<FactOf<'contact'>> = {},
) {
  facts++
  const { body: _, ...said } = fields
  return {
    at: noon,
    isTyped: false,
    replaces: [],
    entryId: EntryId.parse(`fa000000-0000-4000-8000-${String(facts).padStart(12, '0')}`),
    incident: incidentId,
    deviceId: DeviceId.parse('de000000-0000-4000-8000-000000000001'),
    n: facts,
    hlc: Hlc.parse(`${String(facts).padStart(15, '0')}-000000`),
    author: eva,
    writtenAt: noon,
    receivedAt: noon,
    clockAheadMinutes: 0,
    zone: ZoneId.parse('nord-2'),
    ...said,
    body,
  }
}

export function aContactFact({
  patientId = aPatientId(1),
  state,
  word = null,
  ...said
}: Partial<Omit<FactOf<'contact'>, 'body'>> & {
  patientId?: ReturnType<typeof aPatientId>
  state: ContactState
  word?: string | null
}) {
  return aPersonFact({ kind: 'contact' as const, patientId, state, word }, said)
}
