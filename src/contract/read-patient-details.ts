import * as z from 'zod/mini'
import { EmployeeId, PatientId, ZoneId } from '#domain/base/ids.ts'
import { World } from '#domain/base/world.ts'
import { PartRead } from '#domain/amendments/part-read.ts'
import { FetchReason, PatientPart } from '#domain/patient/patient-part.ts'

/** Fetches one part of one patient. The reason is in the access log before the answer is sent. */
export const ReadPatientDetails = z.object({
  /** The employee who has unlocked the device: the browser's session may be another employee's. */
  employee: EmployeeId,
  world: World,
  zone: ZoneId,
  patientId: PatientId,
  part: PatientPart,
  reason: FetchReason,
})
export type ReadPatientDetails = z.infer<typeof ReadPatientDetails>

export const ReadPatientDetailsAnswer = PartRead
export type ReadPatientDetailsAnswer = PartRead
