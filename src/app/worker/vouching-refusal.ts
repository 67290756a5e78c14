import type { DeviceRequestId } from '#domain/base/ids.ts'
import type { ApiRefusal } from '#app/online/api.ts'

/** Why a device with a new id has no credentials. Only what she or a leader can do something about is told apart. */
export type VouchingRefusal =
  /** These keys are new to the server, and her last sign-in is too old for that. */
  | { kind: 'signInAgain' }
  | { kind: 'awaitingApproval'; request: DeviceRequestId }
  | { kind: 'deviceRejected' }
  /** The server was not reached, or refuses for another reason. */
  | { kind: 'failed' }

export function vouchingRefusal(refusal: ApiRefusal): VouchingRefusal {
  const { kind } = refusal
  if (kind === 'signInAgain' || kind === 'deviceRejected') return { kind }
  if (kind === 'awaitingApproval' && refusal.waiting !== undefined) {
    return { kind, request: refusal.waiting.id }
  }
  return { kind: 'failed' }
}
