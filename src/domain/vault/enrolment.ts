import * as z from 'zod/mini'
import { Base64Url } from '../base/base64url.ts'
import { DeviceId, type KeyId, type MunicipalityId } from '../base/ids.ts'
import { type Credential, PublicKey } from '../entries/credential.ts'
import type { Instant } from '../time/instant.ts'
import type { SignedKeySet } from '../trust/key-set.ts'
import type { CodeRefusal } from './code.ts'
import type { EmployeeProfile } from './employee-profile.ts'
import type { Locked } from './locked.ts'

/** What the server begins an enrolment with (`contract/start-enrolment.ts`). */
export type EnrolmentChallenge = {
  municipality: MunicipalityId
  nonce: string
  keySet: SignedKeySet
}

export type EnrolmentInput = {
  challenge: EnrolmentChallenge
  /**
   * The thumbprint of the server's root key, as the employee brought it: from an invitation, a printed code or a
   * leader's screen. Null when she has none: the phone then says that the server is not confirmed.
   */
  expectedRoot: KeyId | null
  profile: EmployeeProfile
  code: string
  /** The label on the back of the phone. A device that has a label already keeps it. */
  label: string
  /**
   * The employee is enrolled here and has signed in because she forgot her code. Her new keys do not
   * open her drafts and own copies; what she signed is still sent.
   *
   * newServer: the server has lost its root key. The employee is unlocked and `code` is the code she has: she pins the
   * new root, and her drafts and own copies still open.
   */
  replace?: 'forgottenCode' | 'newServer'
}

/** The keys that the server is asked to vouch for (`contract/enrol-device.ts`). */
export const EnrolmentRequest = z.object({
  deviceId: DeviceId,
  label: z.string(),
  devicePublicKey: PublicKey,
  authorPublicKey: PublicKey,
  recipientPublicKey: PublicKey,
  nonce: z.string(),
  deviceSignature: Base64Url,
  authorSignature: Base64Url,
})
export type EnrolmentRequest = z.infer<typeof EnrolmentRequest>

/** The credentials that the server signed. */
export type EnrolmentAnswer = {
  municipality: MunicipalityId
  device: Credential
  author: Credential
  recipient: Credential
}

export type EnrolmentRefusal =
  | CodeRefusal
  /** Only for `newServer`: the code is not the unlocked employee's, which takes one of her tries, or nobody is unlocked. */
  | { kind: 'wrongCode' }
  /** Only for `newServer`, after wrong codes: none was tried. */
  | { kind: 'tooSoon'; nextTryAt: Instant }
  /** Only for `newServer`: that was the last try, and her keys on this device are destroyed. */
  | { kind: 'erased' }
  /** The employee has her keys here and opens them with her code, or believes the new server's root already. */
  | { kind: 'alreadyEnrolled' }
  /** A stored key was read back changed or not at all: this browser cannot be used. */
  | { kind: 'keysNotKept' }
  /** The server's keys are not those that the employee was told to expect, or are not rightly signed. */
  | { kind: 'unknownServer' }
  /** A colleague on this device has enrolled with another server, or with this one before it lost its root key. */
  | { kind: 'otherServer' }

export type CompletionRefusal =
  /** The answer is about other keys than the pending request's, or no request is pending. */
  | { kind: 'notRequested' }
  | { kind: 'keysNotKept' }
  /** A credential is not signed by the server's keys, or is about something else. */
  | { kind: 'unknownServer' }

export type RepetitionRefusal =
  /** No request is pending: it was answered, or the vault was locked. */
  | { kind: 'notRequested' }
  /** The challenge is not from the server that the pending request is for. */
  | { kind: 'unknownServer' }

export type ConfirmationRefusal =
  | Locked
  /** It is not the root that this employee has pinned. */
  | { kind: 'otherServer' }

export type RenewalRefusal =
  | Locked
  /** The key set is not of the root that this employee has pinned: she must enrol again. */
  | { kind: 'otherServer' }
