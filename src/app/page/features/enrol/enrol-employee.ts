import { refused, type Result } from '#domain/base/result.ts'
import type { DeviceRequestId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type {
  CompletionRefusal,
  EnrolmentRefusal,
  EnrolmentRequest,
} from '#domain/vault/enrolment.ts'
import type { Unlocked } from '#domain/vault/unlocking.ts'
import type { ApiRefusal, Session } from '#app/online/api.ts'
import { lastEmployee } from '../../services/last-employee.ts'
import { profileOf } from '#app/online/profile-of.ts'
import type { Services } from '../../services/services.ts'

export type EnrolRefusal =
  | EnrolmentRefusal
  | CompletionRefusal
  /** The server gave no credentials; text is null when it was not reached. */
  | { kind: 'server'; text: string | null }
  /** It is more than ten minutes since she gave her password, or her session has ended. */
  | { kind: 'signInAgain'; text: string }
  | AwaitingApproval
  | { kind: 'deviceRejected' }

/** A leader must approve the phone. Its keys lie open in the vault's memory until then, and nowhere else. */
export type AwaitingApproval = {
  kind: 'awaitingApproval'
  request: EnrolmentRequest
  waiting: { id: DeviceRequestId; requestedAt: Instant }
}

type EnrolServices = Pick<Services, 'device' | 'api' | 'storage'>

/** Makes an employee's keys, requests credentials from the server, and leaves her unlocked while sync begins. */
export async function enrolEmployee(
  input: { session: Session; code: string; label: string },
  services: EnrolServices,
): Promise<Result<Unlocked, EnrolRefusal>> {
  const prepared = await services.device.core().vault.prepareEnrolment({
    profile: profileOf(input.session),
    code: input.code,
    label: input.label,
  })
  return prepared.ok ? requestCredentials(prepared.value, services) : prepared
}

/** Requests credentials for keys that were made before, as often as needed while a leader has not answered. */
export async function requestCredentials(
  request: EnrolmentRequest,
  { device, api, storage }: EnrolServices,
): Promise<Result<Unlocked, EnrolRefusal>> {
  const vouched = await api.enrolDevice(request)
  if (!vouched.ok) return refused(enrolRefusal(request, vouched.refusal))
  const completed = await device.core().vault.completeEnrolment(vouched.value)
  if (!completed.ok) return completed
  lastEmployee.keep(completed.value.employeeId)
  void storage.askToPersist()
  device.changed(completed.value.employeeId)
  return completed
}

function enrolRefusal(request: EnrolmentRequest, refusal: ApiRefusal): EnrolRefusal {
  const { kind } = refusal
  if (kind === 'unreachable') return { kind: 'server', text: null }
  const { text, waiting } = refusal
  if (kind === 'signInAgain' || kind === 'signInNeeded') return { kind: 'signInAgain', text }
  if (kind === 'deviceRejected') return { kind }
  if (kind === 'awaitingApproval' && waiting !== undefined) return { kind, request, waiting }
  return { kind: 'server', text }
}
