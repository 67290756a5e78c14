import * as z from 'zod/mini'
import { Base64Url } from '#domain/base/base64url.ts'
import { DeviceId, MunicipalityId } from '#domain/base/ids.ts'
import { Credential, PublicKey } from '#domain/entries/credential.ts'

/** Asks the server to vouch for this device's key and for the signed-in employee's two keys on it. */
export const EnrolDevice = z.object({
  deviceId: DeviceId,
  /** The text on the back of the phone: «Jobbtelefon Nord 2 – 04». */
  label: z.string().check(z.minLength(1), z.maxLength(80)),
  devicePublicKey: PublicKey,
  authorPublicKey: PublicKey,
  /** Stream keys are sealed to it. */
  recipientPublicKey: PublicKey,
  /** From `StartEnrolmentAnswer`. */
  nonce: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  /** ES256 by the device's and by the author's key over `enrolmentProofBytes` (`domain/trust/enrolment-proof.ts`). */
  deviceSignature: Base64Url,
  authorSignature: Base64Url,
})
export type EnrolDevice = z.infer<typeof EnrolDevice>

export const EnrolDeviceAnswer = z.object({
  municipality: MunicipalityId,
  device: Credential,
  author: Credential,
  recipient: Credential,
})
export type EnrolDeviceAnswer = z.infer<typeof EnrolDeviceAnswer>
