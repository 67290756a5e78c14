import type { EmployeeId } from '../base/ids.ts'
import type { Instant } from '../time/instant.ts'
import type { EmployeeProfile } from './employee-profile.ts'

export type UnlockRefusal =
  | { kind: 'wrongCode'; triesLeft: number; nextTryAt: Instant | null }
  | { kind: 'tooSoon'; nextTryAt: Instant }
  /** The employee's keys on this device are destroyed. */
  | { kind: 'erased' }
  | { kind: 'notEnrolled' }
  /** The device's half of the employee's key is unreadable, so that even the right code cannot open it. */
  | { kind: 'keysNotKept' }
  /** What opens her keys was changed by something else than this app. No try was taken. */
  | { kind: 'keysAltered' }

export type Unlocked = { employeeId: EmployeeId; profile: EmployeeProfile }
