import type { PatientId, ZoneId } from '#domain/base/ids.ts'
import type { Result } from '#domain/base/result.ts'
import type { PartRead } from '#domain/amendments/part-read.ts'
import type { PatientPart } from '#domain/patient/patient-part.ts'
import type { Instant } from '#domain/time/instant.ts'

export type FetchOrder = { patientId: PatientId; zone: ZoneId; part: PatientPart; reason: string }

/** signInNeeded: nobody is signed in, or a colleague is. refused: the server says why, in its own words. */
export type FetchRefusal =
  | { kind: 'locked' }
  | { kind: 'unreachable' }
  | { kind: 'signInNeeded' }
  | { kind: 'refused'; text: string }

/** A part of one patient that is in the worker's memory, and until when. */
export type Fetched = { read: PartRead; until: Instant }

/**
 * What the server sends of one patient at a time to an employee whose role does not have it on the device. The worker
 * keeps it in memory for an hour or until the device is locked, and it is never stored.
 */
export interface PatientFetches {
  fetch(order: FetchOrder): Promise<Result<null, FetchRefusal>>
  /** The parts of a patient that are still in memory. */
  listFetched(patientId: PatientId): Promise<Fetched[]>
}
