import { refused, type Result } from '#domain/base/result.ts'
import type { CompletionRefusal, EnrolmentRefusal } from '#domain/vault/enrolment.ts'
import type { Unlocked } from '#domain/vault/unlocking.ts'
import type { Session } from '#app/online/api.ts'
import { lastEmployee } from '../../services/last-employee.ts'
import { profileOf } from '#app/online/profile-of.ts'
import type { Services } from '../../services/services.ts'

type EnrolRefusal =
  | EnrolmentRefusal
  | CompletionRefusal
  /** The server gave no credentials; text is null when it was not reached. */
  | { kind: 'server'; text: string | null }
  /** It is more than ten minutes since she gave her password. */
  | { kind: 'signInAgain'; text: string }

/** Makes an employee's keys, requests credentials from the server, and leaves her unlocked while sync begins. */
export async function enrolEmployee(
  input: { session: Session; code: string; label: string },
  { device, api, storage }: Pick<Services, 'device' | 'api' | 'storage'>,
): Promise<Result<Unlocked, EnrolRefusal>> {
  const { vault } = device.core()
  const prepared = await vault.prepareEnrolment({
    profile: profileOf(input.session),
    code: input.code,
    label: input.label,
  })
  if (!prepared.ok) return prepared
  const vouched = await api.enrolDevice(prepared.value)
  if (!vouched.ok) {
    const { refusal } = vouched
    if (refusal.kind === 'signInAgain') return refused({ kind: refusal.kind, text: refusal.text })
    return refused({ kind: 'server', text: refusal.kind === 'unreachable' ? null : refusal.text })
  }
  const completed = await vault.completeEnrolment(vouched.value)
  if (!completed.ok) return completed
  lastEmployee.keep(completed.value.employeeId)
  void storage.askToPersist()
  device.changed(completed.value.employeeId)
  return completed
}
