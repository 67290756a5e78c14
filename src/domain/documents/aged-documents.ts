import * as z from 'zod/mini'
import { PatientDetails } from '../patient/patient-details.ts'
import { Patient } from '../patient/patient.ts'
import { Instant } from '../time/instant.ts'

/**
 * A patient as she is stored: `asOf` is null for what the newest list of her zone confirmed. An age of her own is
 * the exception, of one whom that list did not have: she must not look fresher than she is.
 */
export const StoredPatient = z.extend(Patient, { asOf: z.nullable(Instant) })
export type StoredPatient = z.infer<typeof StoredPatient>

/** Details as they are stored, by the same rule as a patient. */
export const StoredDetails = z.extend(PatientDetails, { asOf: z.nullable(Instant) })
export type StoredDetails = z.infer<typeof StoredDetails>

/**
 * The kinds whose age is that of a list, each with the kind that tells it. Both lie in the same stream: a phone that
 * has fetched one stream and not the other must not date old details by a new list.
 */
export const timeKinds = { patient: 'listTime', patientDetails: 'detailsTime' } as const
export type AgedKind = keyof typeof timeKinds

/** Older than every list: what nothing dates must not look fresh. */
export const unknownAge = Instant.parse('1970-01-01T00:00:00.000Z')

/** A stored body as it is read: as old as the list that confirmed it. */
export function withAge<Body extends { asOf: Instant | null }>(
  stored: Body,
  listAsOf: Instant | null,
): Body & { asOf: Instant } {
  return { ...stored, asOf: stored.asOf ?? listAsOf ?? unknownAge }
}

/** A body as it is stored beside the time of its zone's list. */
export function withoutAge<Body extends { asOf: Instant }>(
  body: Body,
  listAsOf: Instant | null,
): Omit<Body, 'asOf'> & { asOf: Instant | null } {
  return { ...body, asOf: body.asOf === listAsOf ? null : body.asOf }
}
