import type { DeviceId, EmployeeId, MunicipalityId } from '../base/ids.ts'
import type { EntryState } from '../entries/entry-state.ts'
import type { StreamId } from '../streams/stream.ts'
import type { Instant } from '../time/instant.ts'

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
