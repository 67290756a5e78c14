import type { EmployeeId, EntryId, IncidentId } from '#domain/base/ids.ts'
import type { CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import type { PersonFactBody } from '#domain/people/person-fact.ts'
import type { StreamId } from '#domain/streams/stream.ts'

/** A fact that its author was told is stored on her phone. */
export type SaidFact = {
  entryId: EntryId
  incident: IncidentId
  author: EmployeeId
  /** Where it is to stand. */
  stream: StreamId
} & (
  | { channel: 'coordination'; body: CoordinationFactBody }
  | { channel: 'people'; body: PersonFactBody }
)
