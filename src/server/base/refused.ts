import type { ServerRefusal } from '#contract/refusal.ts'
import { refusals } from '#text/nb/words/refusals.ts'

type Kind = ServerRefusal['kind']

/** What a refusal says beside its kind and its sentence. */
type More = Omit<ServerRefusal, 'kind' | 'text'> & { text?: string }

/** Ends a request with a refusal that its sender can act on; the server's error handler sends it. */
export class Refused extends Error {
  readonly kind: Kind
  readonly more: More

  constructor(kind: Kind, more: More = {}) {
    super(kind)
    this.name = 'Refused'
    this.kind = kind
    this.more = more
  }
}

export const statusByKind = {
  unreadable: 400,
  tooLarge: 413,
  wrongProtocol: 400,
  signInNeeded: 401,
  signInAgain: 401,
  wrongSignIn: 401,
  tooManyTries: 429,
  hourlyLimit: 429,
  notAllowed: 403,
  unknownDevice: 403,
  awaitingApproval: 403,
  deviceRejected: 403,
  tooManyDevices: 403,
  notFound: 404,
  changedMeanwhile: 409,
  busy: 503,
  fault: 500,
} satisfies Record<Kind, number>

export function refusalBody(kind: Kind, more: More): ServerRefusal {
  return { kind, text: refusals[kind], ...more }
}
