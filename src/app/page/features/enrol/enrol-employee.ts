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
  /** The server did not vouch for the keys; text is null when it was not reached. */
  | { kind: 'server'; text: string | null }

/** Makes her keys, has the server vouch for them, and leaves her unlocked with a phone that fetches. */
export async function enrolEmployee(
  wish: { session: Session; code: string; label: string },
  { device, api, storage }: Pick<Services, 'device' | 'api' | 'storage'>,
): Promise<Result<Unlocked, EnrolRefusal>> {
  const { vault } = device.core()
  const prepared = await vault.prepareEnrolment({
    profile: profileOf(wish.session),
    code: wish.code,
    label: wish.label,
  })
  if (!prepared.ok) return prepared
  const vouched = await api.enrolDevice(prepared.value)
  if (!vouched.ok) {
    const { refusal } = vouched
    return refused({ kind: 'server', text: refusal.kind === 'unreachable' ? null : refusal.text })
  }
  const completed = await vault.completeEnrolment(vouched.value)
  if (!completed.ok) return completed
  lastEmployee.keep(completed.value.employeeId)
  void storage.askToPersist()
  device.changed()
  return completed
}
