import type { DeviceId, EmployeeId, KeyId, MunicipalityId } from '../base/ids.ts'
import type { EntryState } from '../entries/entry-state.ts'
import type { StreamId } from '../streams/stream.ts'
import type { Instant } from '../time/instant.ts'

export type EnrolledEmployee = {
  employeeId: EmployeeId
  /** Null when it did not open, because the browser has lost the key to the device's labels. */
  name: string | null
  /** How many wrong codes are left before the employee's keys on this device are destroyed. */
  triesLeft: number
  /** No code is tried before this moment; null when one may be tried at once. */
  nextTryAt: Instant | null
  /** True after too many wrong codes: the employee must sign in and enrol again. What she signed is still sent. */
  erased: boolean
  /** Since when she has had no access, where that is why her keys are destroyed; null for any other reason. */
  closedAt: Instant | null
  /** How many drafts she has here: only how many can be known without her code. */
  drafts: number
  /** Her code is of the fewest digits, and opens at the last one. */
  hasShortCode: boolean
}

/** What may be known about the device while it is locked: no patient's name and no typed text. */
export type VaultStatus = {
  /** Null before the first enrolment. */
  device: { deviceId: DeviceId; municipality: MunicipalityId; label: string | null } | null
  employees: EnrolledEmployee[]
  /**
   * The server that the unlocked employee believes: the thumbprint of its root, and whether she brought it herself. Null
   * while locked.
   */
  server: { root: KeyId; confirmed: boolean } | null
  unlocked: EmployeeId | null
  /** Null before anybody has; `handedOver`: the next employee chooses herself. */
  lastUnlocked: EmployeeId | 'handedOver' | null
  /** How old the lists are. */
  streams: { stream: StreamId; verifiedAt: Instant }[]
  entries: Record<EntryState, number>
  /** failing: three attempts in a row to reach the database failed, and what is typed now may be lost. */
  storage: 'working' | 'failing'
  /** True when the device has a new id: an employee must sign in (`renewEnrolment`) before it can send. */
  needsRenewal: boolean
}
