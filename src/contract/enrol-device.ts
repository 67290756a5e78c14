import * as z from 'zod/mini'
import { Credential, PublicKey } from '#domain/entries/credential.ts'
import { DeviceId, KeyId, MunicipalityId } from '#domain/base/ids.ts'

/** Asks the server to vouch for this device's key and for the signed-in employee's key on it. */
export const EnrolDevice = z.object({
  deviceId: DeviceId,
  /** The text on the back of the phone: «Jobbtelefon Nord 2 – 04». */
  label: z.string().check(z.minLength(1), z.maxLength(80)),
  devicePublicKey: PublicKey,
  authorPublicKey: PublicKey,
})
export type EnrolDevice = z.infer<typeof EnrolDevice>

export const EnrolDeviceAnswer = z.object({
  municipality: MunicipalityId,
  device: Credential,
  author: Credential,
  /** The key that entries are sealed to (HPKE P-256), and its thumbprint. */
  sealTo: z.object({ keyId: KeyId, publicKey: PublicKey }),
})
export type EnrolDeviceAnswer = z.infer<typeof EnrolDeviceAnswer>
