import type { EmployeeId, KeyId } from '../base/ids.ts'
import type { Result } from '../base/result.ts'
import type { EmployeeProfile } from './employee-profile.ts'
import type {
  CompletionRefusal,
  ConfirmationRefusal,
  EnrolmentAnswer,
  EnrolmentChallenge,
  EnrolmentInput,
  EnrolmentRefusal,
  EnrolmentRequest,
  RenewalRefusal,
  RepetitionRefusal,
} from './enrolment.ts'
import type { Locked } from './locked.ts'
import type { Unlocked, UnlockRefusal } from './unlocking.ts'
import type { VaultStatus } from './vault-status.ts'

/** How employees enrol, unlock and lock the vault of this device. No key and no list passes through these calls. */
export interface VaultAccess {
  status(): Promise<VaultStatus>
  /** Makes an employee's keys and answers the request to send to the server. `completeEnrolment` enrols her. */
  prepareEnrolment(input: EnrolmentInput): Promise<Result<EnrolmentRequest, EnrolmentRefusal>>
  /** Answers the pending request signed again: each question needs a challenge of its own, and the keys stay the same. */
  repeatEnrolment(
    challenge: EnrolmentChallenge,
  ): Promise<Result<EnrolmentRequest, RepetitionRefusal>>
  /** Stores the server's credentials, reads every key back, tests it, and leaves the employee unlocked. */
  completeEnrolment(answer: EnrolmentAnswer): Promise<Result<Unlocked, CompletionRefusal>>
  /** Answers a request for new credentials for the unlocked employee's keys; `completeEnrolment` takes the answer. */
  renewEnrolment(challenge: EnrolmentChallenge): Promise<Result<EnrolmentRequest, RenewalRefusal>>
  /** Notes that the unlocked employee has compared the pinned root with a code from elsewhere. */
  confirmServer(root: KeyId): Promise<Result<null, ConfirmationRefusal>>
  unlock(employeeId: EmployeeId, code: string): Promise<Result<Unlocked, UnlockRefusal>>
  /** `chooses`: the phone is handed over, and nobody is proposed to unlock next. */
  lock(next?: 'same' | 'chooses'): Promise<void>
  /** Finds the unlocked employee; null when locked. */
  findUnlocked(): Promise<Unlocked | null>
  /** Stores a profile whose zones or role have changed on the server. */
  saveProfile(profile: EmployeeProfile): Promise<Result<null, Locked>>
}
