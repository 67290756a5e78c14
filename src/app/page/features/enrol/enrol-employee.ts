import { refused, type Result } from '#domain/base/result.ts'
import type { CompletionRefusal, EnrolmentRefusal } from '#domain/vault/enrolment.ts'
import type { Unlocked } from '#domain/vault/unlocking.ts'
import type { ApiRefusal, Session } from '#app/online/api.ts'
import { expectedRoot } from './expected-root.ts'
import { lastEmployee } from '../../services/last-employee.ts'
import { profileOf } from '#app/online/profile-of.ts'
import type { Services } from '../../services/services.ts'

type EnrolRefusal =
  | EnrolmentRefusal
  | CompletionRefusal
  /** The server gave no credentials; text is null when it was not reached. */
  | { kind: 'server'; text: string | null }

/** Makes an employee's keys, requests credentials from the server, and leaves her unlocked while sync begins. */
export async function enrolEmployee(
  input: { session: Session; code: string; label: string },
  { device, api, storage }: Pick<Services, 'device' | 'api' | 'storage'>,
): Promise<Result<Unlocked, EnrolRefusal>> {
  const { vault } = device.core()
  const started = await api.startEnrolment()
  if (!started.ok) return refusedByServer(started.refusal)
  const prepared = await vault.prepareEnrolment({
    challenge: started.value,
    expectedRoot: expectedRoot(),
    profile: profileOf(input.session),
    code: input.code,
    label: input.label,
  })
  if (!prepared.ok) return prepared
  const vouched = await api.enrolDevice(prepared.value)
  if (!vouched.ok) return refusedByServer(vouched.refusal)
  const completed = await vault.completeEnrolment(vouched.value)
  if (!completed.ok) return completed
  lastEmployee.keep(completed.value.employeeId)
  void storage.askToPersist()
  device.changed()
  return completed
}

function refusedByServer(refusal: ApiRefusal): Result<Unlocked, EnrolRefusal> {
  return refused({ kind: 'server', text: refusal.kind === 'unreachable' ? null : refusal.text })
}
