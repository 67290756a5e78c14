import type { EmployeeId } from '../base/ids.ts'
import type { Result } from '../base/result.ts'
import type { EmployeeProfile } from './employee-profile.ts'
import type {
  CompletionRefusal,
  EnrolmentAnswer,
  EnrolmentInput,
  EnrolmentRefusal,
  EnrolmentRequest,
} from './enrolment.ts'
import type { Locked } from './locked.ts'
import type { Unlocked, UnlockRefusal } from './unlocking.ts'
import type { VaultStatus } from './vault-status.ts'

/** How employees come into the vault of this device and out of it again. No key passes here, and no list. */
export interface VaultAccess {
  status(): Promise<VaultStatus>
  /** Makes her keys and answers what to ask the server for. She is enrolled by `completeEnrolment`. */
  prepareEnrolment(input: EnrolmentInput): Promise<Result<EnrolmentRequest, EnrolmentRefusal>>
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
}
