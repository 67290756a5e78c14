import * as z from 'zod/mini'
import { DeviceId, type KeyId, type MunicipalityId } from '../base/ids.ts'
import { type Credential, PublicKey } from '../entries/credential.ts'
import type { CodeRefusal } from './code.ts'
import type { EmployeeProfile } from './employee-profile.ts'

export type EnrolmentInput = {
  profile: EmployeeProfile
  code: string
  /** The label on the back of the phone. A device that has a label already keeps it. */
  label: string
  /**
   * The employee is enrolled here and has signed in because she forgot her code. Her new keys do not
   * open her drafts and own copies; what she signed is still sent.
   */
  replace?: 'forgottenCode'
}

/** The keys that the server is asked to vouch for (`contract/enrol-device.ts`). */
export const EnrolmentRequest = z.object({
  deviceId: DeviceId,
  label: z.string(),
  devicePublicKey: PublicKey,
  authorPublicKey: PublicKey,
})
export type EnrolmentRequest = z.infer<typeof EnrolmentRequest>

/** The credentials that the server signed, and the key that entries are sealed to. */
export type EnrolmentAnswer = {
  municipality: MunicipalityId
  device: Credential
  author: Credential
  sealTo: { keyId: KeyId; publicKey: PublicKey }
}

export type EnrolmentRefusal =
  | CodeRefusal
  /** The employee has her keys here and opens them with her code. */
  | { kind: 'alreadyEnrolled' }
  /** A stored key was read back changed or not at all: this browser cannot be used. */
  | { kind: 'keysNotKept' }

export type CompletionRefusal =
  /** The answer is about other keys than the pending request's, or no request is pending. */
  { kind: 'notRequested' } | { kind: 'keysNotKept' }
