import * as z from 'zod/mini'
import { DeviceId, type KeyId, type MunicipalityId } from '../base/ids.ts'
import { type Credential, PublicKey } from '../entries/credential.ts'
import type { CodeRefusal } from './code.ts'
import type { EmployeeProfile } from './employee-profile.ts'

export type EnrolmentInput = {
  profile: EmployeeProfile
  code: string
  /** As on the back of the phone; a device that has one already keeps it. */
  label: string
  /**
   * She is enrolled here and has signed in because she forgot her code. Her new keys do not open
   * her drafts and own copies; what she had signed is still sent.
   */
  replace?: 'forgottenCode'
}

/** What the server is asked to vouch for (`contract/enrol-device.ts`). */
export const EnrolmentRequest = z.object({
  deviceId: DeviceId,
  label: z.string(),
  devicePublicKey: PublicKey,
  authorPublicKey: PublicKey,
})
export type EnrolmentRequest = z.infer<typeof EnrolmentRequest>

/** What the server vouched for, and the key that entries are sealed to. */
export type EnrolmentAnswer = {
  municipality: MunicipalityId
  device: Credential
  author: Credential
  sealTo: { keyId: KeyId; publicKey: PublicKey }
}

export type EnrolmentRefusal =
  | CodeRefusal
  /** She has her keys here and opens them with her code. */
  | { kind: 'alreadyEnrolled' }
  /** A key that was stored came back changed or not at all: this browser cannot be used. */
  | { kind: 'keysNotKept' }

export type CompletionRefusal =
  /** The answer is not about the keys that were asked for, or nothing was asked for. */
  { kind: 'notRequested' } | { kind: 'keysNotKept' }
