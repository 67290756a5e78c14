import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { KeyId } from '#domain/base/ids.ts'
import { isCodeOf } from '#domain/trust/root-code.ts'
import type {
  CompletionRefusal,
  EnrolmentInput,
  EnrolmentRefusal,
} from '#domain/vault/enrolment.ts'
import type { Unlocked } from '#domain/vault/unlocking.ts'
import type { ApiRefusal, Session } from '#app/online/api.ts'
import { lastEmployee } from '../../services/last-employee.ts'
import { profileOf } from '#app/online/profile-of.ts'
import type { Services } from '../../services/services.ts'

export type EnrolRefusal =
  | EnrolmentRefusal
  | CompletionRefusal
  /** The server gave no challenge or no credentials; text is null when it was not reached. */
  | { kind: 'server'; text: string | null }
  /** It is more than ten minutes since she gave her password. */
  | { kind: 'signInAgain'; text: string }

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
  { device, api, storage }: Pick<Services, 'device' | 'api' | 'storage'>,
): Promise<Result<Unlocked, EnrolRefusal>> {
  const { vault } = device.core()
  const started = await api.startEnrolment()
  if (!started.ok) return refusedByServer(started.refusal)
  const challenge = started.value
  const root = expectedRoot(expected, challenge.keySet.keySet.kid)
  if (!root.ok) return root
  const prepared = await vault.prepareEnrolment({
    challenge,
    expectedRoot: root.value,
    profile: profileOf(session),
    ...more,
  })
  if (!prepared.ok) return prepared
  const vouched = await api.enrolDevice(prepared.value)
  if (!vouched.ok) {
    const { refusal } = vouched
    if (refusal.kind === 'signInAgain') return refused({ kind: refusal.kind, text: refusal.text })
    return refusedByServer(refusal)
  }
  const completed = await vault.completeEnrolment(vouched.value)
  if (!completed.ok) return completed
  lastEmployee.keep(completed.value.employeeId)
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

function refusedByServer(refusal: ApiRefusal) {
  const text = refusal.kind === 'unreachable' ? null : refusal.text
  return refused({ kind: 'server', text } as const)
}
