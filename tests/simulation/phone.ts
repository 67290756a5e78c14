import type { EmployeeId, ZoneId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { NamedKey, SignedKeySet } from '#domain/trust/key-set.ts'
import type { SyncRunner } from '#sync/sync-runner.ts'
import type { OutboxDisk } from '../support/memory-outbox-store.ts'
import type { CacheDisk, ReplicaDisk } from '../support/replica-disk.ts'
import type { Reader } from '../support/replica-pins.ts'
import type { Line } from './line.ts'
import type { Process } from './scheduler.ts'
import type { RunContext } from './run-context.ts'
import {
  coordinationStream,
  formsStream,
  municipality,
  peopleOf,
  streamsOf,
} from './sim-streams.ts'

/** An employee, as her account on the server is today. */
export type Employee = {
  employeeId: EmployeeId
  zones: ZoneId[]
  /** Whether this life has incidents. */
  hasFacts: boolean
}

/** An employee on a phone: what lies there under her own key. */
export type Enrolled = {
  employee: Employee
  /** Opens her copies of stream keys. */
  key: NamedKey
  pinned: SignedKeySet
  /** When she last enrolled with another root. */
  enrolledAt: number
}

/** A phone: what lies on it, and the pages of the app that are open. */
export type Device = {
  name: string
  outbox: OutboxDisk
  replicas: ReplicaDisk
  /** The first of them writes the entries. */
  staff: Enrolled[]
  /** Who has unlocked, or will when it is unlocked next. */
  unlocked: number
  /** In the clear: what the locked phone believes. */
  trust: SignedKeySet
  signedIn: boolean
  locked: boolean
  /** By how much its clock is wrong. */
  clockAheadMinutes: number
  line: Line
  pages: Page[]
  /** Whether pages keep each other out; without it they must be safe all the same. */
  hasLocks: boolean
  /** The page that holds the lock. */
  locker: Process | null
  /** Another phone has, or had, the same profile. */
  cloned: boolean
  /** Earlier states of the cache, as a backup of the profile or a lost commit would bring them back. */
  snapshots: CacheDisk[]
  /** Somebody has written in the profile, or put an earlier state of it back. */
  tampered: boolean
}

type Page = { process: Process; runner: SyncRunner }

export function unlockedOn({ staff, unlocked }: Device): Enrolled {
  const enrolled = staff[unlocked % staff.length]
  if (enrolled === undefined) throw new Error('A phone without employees')
  return enrolled
}

export function readerOn(
  { lines, current: deviceId }: OutboxDisk,
  { employee, key, pinned }: Enrolled,
): Reader {
  const { keyId } = key
  const formerDeviceIds = [...lines.keys()].filter((id) => id !== deviceId)
  const about = { municipality, deviceId, formerDeviceIds, keySet: pinned.keySet }
  return { employee: employee.employeeId, keyId, ...about }
}

export function streamsOfEmployee({ zones, hasFacts }: Employee): StreamId[] {
  const facts = hasFacts ? [coordinationStream, ...zones.map(peopleOf)] : []
  return [formsStream, ...zones.flatMap(streamsOf), ...facts]
}

/** What the phone's clock says. */
export function wallMilliseconds({ scheduler }: RunContext, device: Device): number {
  return scheduler.now() + device.clockAheadMinutes * 60_000
}
