import { readMunicipalitySettings } from '../accounts/municipality-settings.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import {
  type AskedApproval,
  requestApproval,
  takeApproval,
  type WaitingRequest,
} from './device-requests.ts'
import { areEnrolled, type EnrolledKeys, isRecent } from './enrolled-keys.ts'
import type { Instant } from '#domain/time/instant.ts'

export type EnrolmentVerdict =
  | { kind: 'mayEnrol' }
  | { kind: 'signInAgain' }
  | { kind: 'awaitingApproval'; waiting: WaitingRequest }
  | { kind: 'deviceRejected' }
  | { kind: 'tooManyDevices' }

/**
 * Whether an employee may have keys vouched for: known keys always, new ones with a recent password and,
 * where the municipality has switched it on, a leader's approval of exactly these. It stores the request
 * for one, so its transaction must be committed also when it refuses.
 *
 * A stored request was made with a recent password. The leader may need longer than ten minutes, and
 * at the phone that waits there may be nobody to type one.
 */
export async function judgeEnrolment(
  transaction: DatabaseTransaction,
  asked: EnrolledKeys,
  approval: AskedApproval & { signedInAt: Instant },
): Promise<EnrolmentVerdict> {
  const { signedInAt, now } = approval
  if (await areEnrolled(transaction, asked)) return { kind: 'mayEnrol' }
  const { approvesDevices } = await readMunicipalitySettings(transaction)
  const stored = approvesDevices ? await takeApproval(transaction, asked, now) : null
  if (stored !== null) return stored
  if (!isRecent(signedInAt, now)) return { kind: 'signInAgain' }
  return approvesDevices ? requestApproval(transaction, asked, approval) : { kind: 'mayEnrol' }
}
