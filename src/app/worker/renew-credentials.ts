import type { Result } from '#domain/base/result.ts'
import type {
  EnrolmentAnswer,
  EnrolmentChallenge,
  EnrolmentRequest,
} from '#domain/vault/enrolment.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import type { VouchingRefusal } from './vouching-refusal.ts'

type RenewingServices = {
  findChallenge(): Promise<EnrolmentChallenge | null>
  requestVouching(request: EnrolmentRequest): Promise<Result<EnrolmentAnswer, VouchingRefusal>>
}

export type Renewal =
  | { kind: 'notDue' }
  | { kind: 'vouched' }
  | { kind: 'refused'; refusal: VouchingRefusal }
  /** No answer that says anything: it is tried again with the next cycle. */
  | { kind: 'unanswered' }

/** Requests credentials for a device that has a new id: it sends none of that id's entries before. */
export async function renewCredentials(
  access: Vault['access'],
  { findChallenge, requestVouching }: RenewingServices,
): Promise<Renewal> {
  if (!(await access.status()).needsRenewal) return { kind: 'notDue' }
  const challenge = await findChallenge()
  if (challenge === null) return { kind: 'unanswered' }
  const request = await access.renewEnrolment(challenge)
  if (!request.ok) return { kind: 'unanswered' }
  const vouched = await requestVouching(request.value)
  if (!vouched.ok) return { kind: 'refused', refusal: vouched.refusal }
  const completed = await access.completeEnrolment(vouched.value)
  return { kind: completed.ok ? 'vouched' : 'unanswered' }
}
