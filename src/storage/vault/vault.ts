import * as z from 'zod/mini'
import { type Credential, PublicKey } from '#domain/entries/credential.ts'
import { ZoneName } from '#domain/roster/zone-name.ts'
import { Author } from '#domain/entries/entry-content.ts'
import {
  DeviceId,
  type EmployeeId,
  type KeyId,
  type MunicipalityId,
  ZoneId,
} from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Result } from '#domain/base/result.ts'
import { Role } from '#domain/base/role.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { DraftRepository } from '../outbox/draft-repository.ts'
import type { EntryRepository } from '../outbox/entry-repository.ts'
import type { EntryState, OutboxStore } from '../outbox/outbox-store.ts'
import type { ReplicaStore } from '../replica/replica-store.ts'
import type { CodeRefusal } from '../crypto/code.ts'
import type { Locked } from './locked.ts'

/** What the device must know of its employee without network. It lies under her key. */
export const EmployeeProfile = z.object({
  author: Author,
  role: Role,
  zones: z.array(z.object({ id: ZoneId, name: ZoneName })),
})
export type EmployeeProfile = z.infer<typeof EmployeeProfile>

export type EnrolledEmployee = {
  employeeId: EmployeeId
  /** Null when it did not open: the browser has lost the key to the device's labels. */
  name: string | null
  /** Wrong codes that are left before her keys on this device are destroyed. */
  triesLeft: number
  /** Before this no code is tried; null when one may try at once. */
  nextTryAt: Instant | null
  /** Ten wrong codes: she signs in and enrols again. What she had signed is still sent. */
  erased: boolean
}

/** What may be known of the device while it is locked: no name of a patient, no typed word. */
export type VaultStatus = {
  /** Null before the first enrolment. */
  device: { deviceId: DeviceId; municipality: MunicipalityId; label: string | null } | null
  employees: EnrolledEmployee[]
  unlocked: EmployeeId | null
  /** How old the lists are. */
  streams: { stream: StreamId; verifiedAt: Instant }[]
  entries: Record<EntryState, number>
  /** failing: three attempts in a row to reach the database failed; what is typed now may be lost. */
  storage: 'working' | 'failing'
  /** The device goes on under a new id: somebody must sign in (`renewEnrolment`) before it can send. */
  needsRenewal: boolean
}

export type EnrolmentWish = {
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
  { kind: 'notAskedFor' } | { kind: 'keysNotKept' }

export type UnlockRefusal =
  | { kind: 'wrongCode'; triesLeft: number; nextTryAt: Instant | null }
  | { kind: 'tooSoon'; nextTryAt: Instant }
  /** Her keys on this device are destroyed. */
  | { kind: 'erased' }
  | { kind: 'notEnrolled' }
  /** The device's part of her key is unreadable: the right code cannot open it. */
  | { kind: 'keysNotKept' }

export type Unlocked = { employeeId: EmployeeId; profile: EmployeeProfile }

/** Another one whenever the documents are others, also when a stream was dropped and came anew. */
export type StreamVersion = string

/** A stream as screens read it. `none` is a stream that has not come yet: not the same as empty. */
export type StreamReading =
  | Locked
  | { kind: 'none' }
  /** Still the version that the asker has. */
  | { kind: 'same'; stream: StreamId; version: StreamVersion; verifiedAt: Instant }
  | {
      kind: 'open'
      stream: StreamId
      version: StreamVersion
      verifiedAt: Instant
      documents: StreamDocument[]
      /** Parts that did not open. They are kept; the list is not whole and must say so. */
      damagedParts: number
      /** By schema, the build that told `markSound` so of this version. */
      soundFor: Readonly<Record<string, string>>
    }

/**
 * Keys and plaintexts of this device, behind one object that a worker can expose: everything goes
 * in and out by structured clone. Locked, it holds no key and no plaintext.
 */
export interface Vault {
  status(): Promise<VaultStatus>
  /** Makes her keys and answers what to ask the server for. She is enrolled by `completeEnrolment`. */
  prepareEnrolment(wish: EnrolmentWish): Promise<Result<EnrolmentRequest, EnrolmentRefusal>>
  /** Stores what the server vouched for, reads every key back, uses it, and leaves her unlocked. */
  completeEnrolment(answer: EnrolmentAnswer): Promise<Result<Unlocked, CompletionRefusal>>
  /** Asks for new credentials with the unlocked employee's keys; `completeEnrolment` takes the answer. */
  renewEnrolment(): Promise<Result<EnrolmentRequest, Locked>>
  unlock(employeeId: EmployeeId, code: string): Promise<Result<Unlocked, UnlockRefusal>>
  lock(): Promise<void>
  /** The unlocked employee, or null. */
  findUnlocked(): Promise<Unlocked | null>
  /** Zones or role changed on the server. */
  saveProfile(profile: EmployeeProfile): Promise<Result<null, Locked>>
  /** While locked: keeps the sealed lists of the first screens at hand, so that opening them waits for no disk. */
  fetchAhead(): Promise<void>
  /** What was fetched ahead and not read, as a colleague's zones. */
  forgetAhead(): Promise<void>
  /** Whoever keeps what she read says which version that was, and is told when it is still the one. */
  readStream(stream: StreamId, known?: StreamVersion): Promise<StreamReading>
  /** Keeps that a build found every document of a schema as it should be; no news of a version that is gone. */
  markSound(
    of: { stream: StreamId; version: StreamVersion },
    by: { schema: string; build: string },
  ): Promise<void>
  readonly drafts: DraftRepository
  readonly entries: EntryRepository
  /** For sync. Every call but `listReplicas` and `findReplica` throws while locked. */
  readonly replicas: ReplicaStore
  /** For sync. It works while locked. */
  readonly outbox: OutboxStore
}
