import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { DeviceRequestId, KeyId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { isCodeOf } from '#domain/trust/root-code.ts'
import type {
  CompletionRefusal,
  EnrolmentInput,
  EnrolmentRefusal,
  EnrolmentRequest,
} from '#domain/vault/enrolment.ts'
import type { Unlocked } from '#domain/vault/unlocking.ts'
import type { ApiRefusal, Session } from '#app/online/api.ts'
import { readyProof } from '../../services/readiness.ts'
import { lastEmployee } from '../../services/remembered/last-employee.ts'
import { profileOf } from '#app/online/profile-of.ts'
import type { Services } from '../../services/services.ts'

export type EnrolRefusal =
  | EnrolmentRefusal
  | CompletionRefusal
  /** The server gave no challenge or no credentials; text is null when it was not reached. */
  | { kind: 'server'; text: string | null }
  /** It is more than ten minutes since she gave her password, or her session has ended. */
  | { kind: 'signInAgain'; text: string }
  | AwaitingApproval
  | { kind: 'deviceRejected' }

/** A leader must approve the phone. Its keys lie open in the vault's memory until then, and nowhere else. */
export type AwaitingApproval = {
  kind: 'awaitingApproval'
  label: string
  waiting: { id: DeviceRequestId; requestedAt: Instant }
}

type EnrolServices = Pick<Services, 'device' | 'api' | 'storage'>

/** What the employee brought of the server's root key: its thumbprint in a link, or the code that she typed. */
export type ExpectedServer =
  | { kind: 'none' }
  | { kind: 'root'; root: KeyId }
  | { kind: 'code'; code: string }

export type EnrolOrder = {
  session: Session
  expected: ExpectedServer
  code: string
  label: string
} & Pick<EnrolmentInput, 'replace'>

/** Makes an employee's keys, requests credentials from the server, and leaves her unlocked while sync begins. */
export async function enrolEmployee(
  { session, expected, ...more }: EnrolOrder,
  services: EnrolServices,
): Promise<Result<Unlocked, EnrolRefusal>> {
  const started = await services.api.startEnrolment()
  if (!started.ok) return refused(serverRefusal(started.refusal))
  const challenge = started.value
  const root = expectedRoot(expected, challenge.keySet.keySet.kid)
  if (!root.ok) return root
  const prepared = await services.device.core().vault.prepareEnrolment({
    challenge,
    expectedRoot: root.value,
    profile: profileOf(session),
    ...more,
  })
  if (!prepared.ok) return prepared
  return requestCredentials(prepared.value, services)
}

/** Asks once more for the keys that wait for a leader. Each question is signed anew, because a challenge is used once. */
export async function askAgain(services: EnrolServices): Promise<Result<Unlocked, EnrolRefusal>> {
  const started = await services.api.startEnrolment()
  if (!started.ok) return refused(serverRefusal(started.refusal))
  const repeated = await services.device.core().vault.repeatEnrolment(started.value)
  return repeated.ok ? requestCredentials(repeated.value, services) : repeated
}

async function requestCredentials(
  request: EnrolmentRequest,
  { device, api, storage }: EnrolServices,
): Promise<Result<Unlocked, EnrolRefusal>> {
  const vouched = await api.enrolDevice(request)
  if (!vouched.ok) return refused(enrolRefusal(request, vouched.refusal))
  const completed = await device.core().vault.completeEnrolment(vouched.value)
  if (!completed.ok) return completed
  lastEmployee.keep(completed.value.employeeId)
  readyProof.forget(completed.value.employeeId)
  void storage.askToPersist()
  device.changed(completed.value.employeeId)
  return completed
}

/** A typed code says a part of the thumbprint; the vault then holds the server to all of it. */
function expectedRoot(
  expected: ExpectedServer,
  met: KeyId,
): Result<KeyId | null, { kind: 'unknownServer' }> {
  switch (expected.kind) {
    case 'none':
      return accepted(null)
    case 'root':
      return accepted(expected.root)
    case 'code':
      return isCodeOf(expected.code, met) ? accepted(met) : refused({ kind: 'unknownServer' })
  }
}

function enrolRefusal({ label }: EnrolmentRequest, refusal: ApiRefusal): EnrolRefusal {
  if (refusal.kind === 'deviceRejected') return { kind: refusal.kind }
  if (refusal.kind === 'awaitingApproval' && refusal.waiting !== undefined) {
    return { kind: refusal.kind, label, waiting: refusal.waiting }
  }
  return serverRefusal(refusal)
}

function serverRefusal(refusal: ApiRefusal): EnrolRefusal {
  const { kind } = refusal
  if (kind === 'unreachable') return { kind: 'server', text: null }
  const { text } = refusal
  // A session that has ended needs the same of her as an old one.
  if (kind === 'signInAgain' || kind === 'signInNeeded') return { kind: 'signInAgain', text }
  return { kind: 'server', text }
}
