import type { EntryId, IncidentId, ZoneId } from '#domain/base/ids.ts'
import type { Result } from '#domain/base/result.ts'
import type { CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import type { PersonFactBody } from '#domain/people/person-fact.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { AddRefusal } from '#domain/vault/entry-repository.ts'

export type FactRefusal =
  | AddRefusal
  /** Her role may not say this (`rolesByDuty`). */
  | { kind: 'notAllowed' }
  /** The text names a patient or her number; it would be read in the whole municipality. */
  | { kind: 'mentionsPerson'; found: string }
  /** The disk is full or gone: nothing was said. */
  | { kind: 'storageFailed' }

/** When it happened: null is now. */
type When = Instant | null

export type CoordinationSaying = { incident: IncidentId; body: CoordinationFactBody; at: When }
export type PersonSaying = {
  incident: IncidentId
  zone: ZoneId
  body: PersonFactBody
  at: When
}

/**
 * Says facts: each is an entry, sealed and queued, and counts on this phone at once. A fact replaces what stands of the
 * same thing on this phone; the worker knows what that is.
 */
export interface FactWriter {
  /** Starts an incident under a new id. */
  start(
    body: Extract<CoordinationFactBody, { kind: 'started' }>,
    at: When,
  ): Promise<Result<IncidentId, FactRefusal>>
  sayOfIncident(saying: CoordinationSaying): Promise<Result<EntryId, FactRefusal>>
  sayOfPerson(saying: PersonSaying): Promise<Result<EntryId, FactRefusal>>
}
