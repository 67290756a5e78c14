import * as z from 'zod/mini'
import { PatientId, ZoneId } from '#domain/base/ids.ts'
import { LinkDecisionKind } from '#domain/new-patients/patient-link.ts'

/**
 * A section leader decides whether a temporary patient is one of the list, in zones that she has. Safe to repeat;
 * `changedMeanwhile` when another leader has joined her to somebody else.
 */
export const DecidePatientLink = z.object({
  temporaryId: PatientId,
  zone: ZoneId,
  patientId: PatientId,
  patientZone: ZoneId,
  choice: LinkDecisionKind,
})
export type DecidePatientLink = z.infer<typeof DecidePatientLink>

export const DecidePatientLinkAnswer = z.object({
  kind: z.literal('decided'),
  temporaryId: PatientId,
})
export type DecidePatientLinkAnswer = z.infer<typeof DecidePatientLinkAnswer>
