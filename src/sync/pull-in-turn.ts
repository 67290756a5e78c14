import type { HeldStream } from '#domain/trust/stream-holders.ts'
import { type BegunPull, beginPull, preparePull } from './begin-pull.ts'
import { type PullFailure, type PullServices, pullStream } from './pull-stream.ts'
import type { PushFailure } from './push-outbox.ts'
import { isSignInFailure } from './sync-network.ts'

/** `ended`: what made the rest not worth trying; null when every stream was tried. */
export type PulledStreams = { failures: PullFailure[]; ended: 'line' | 'signIn' | null }

/**
 * Pulls one stream after the other. While one is on the line, what the next one needs is read. While the last part of one is
 * stored, the first part of the next one is fetched, and of those after it as long as nothing has changed in them.
 */
export async function pullInTurn(
  known: readonly HeldStream[],
  services: PullServices,
): Promise<PulledStreams> {
  const failures: PullFailure[] = []
  const pulls = pullsAhead(known, services)
  try {
    for (const [place, held] of known.entries()) {
      const begun = await pulls.request(place)
      pulls.prepare(place + 1)
      const pulled = await pullStream(held, services, {
        begun,
        onLastPart: () => pulls.requestFrom(place + 1),
      })
      if (pulled.ok) continue
      failures.push(pulled.refusal)
      if (pulled.refusal.kind === 'unsettled' || pulled.refusal.kind === 'older') continue
      if (isLineDown(pulled.refusal)) return { failures, ended: 'line' }
      if (isSignInFailure(pulled.refusal)) return { failures, ended: 'signIn' }
    }
    return { failures, ended: null }
  } finally {
    await pulls.end()
  }
}

/** True when nothing more is worth trying in this cycle. */
export function isLineDown(failure: PushFailure | PullFailure): boolean {
  const { kind } = failure
  if (kind === 'busy') return failure.cannotStore === undefined
  return kind === 'unreachable' || kind === 'notOurs' || kind === 'unvouched'
}

/** Pulls that are read and requested before it is their turn, each once. */
function pullsAhead(known: readonly HeldStream[], services: PullServices) {
  const prepared: ReturnType<typeof preparePull>[] = []
  const begun: Promise<BegunPull>[] = []
  let isEnded = false

  function prepare(place: number): void {
    const held = known[place]
    if (held === undefined || isEnded) return
    prepared[place] ??= awaitedLater(preparePull(held, services))
  }

  /** Requests the first part. Null after the last stream, and when the pulls have ended. */
  async function request(place: number): Promise<BegunPull | null> {
    prepare(place)
    const pull = prepared[place]
    if (pull === undefined || isEnded) return null
    begun[place] ??= awaitedLater(pull.then((read) => beginPull(read, services)))
    return begun[place]
  }

  async function requestUnchanged(place: number): Promise<void> {
    for (let next = place; next < known.length; next++) {
      const pull = await request(next)
      if (pull === null || !(await bringsNothing(pull))) return
    }
  }

  return {
    prepare,
    request,
    /** Requests first parts as long as they come and say that nothing has changed. */
    requestFrom(place: number): void {
      void awaitedLater(requestUnchanged(place))
    },
    /** Requests nothing more. A build that one of them begins is begun, or has failed, when this ends. */
    async end(): Promise<void> {
      isEnded = true
      await Promise.allSettled(prepared)
    },
  }
}

/** Whether the stream is as the device has it, so that its part takes no room while it waits. */
async function bringsNothing({ staging, request }: BegunPull): Promise<boolean> {
  const received = await request.response
  if (!received.ok || received.value.check !== 'valid') return false
  const { answer } = received.value
  return answer.kind === 'changes' && !answer.more && answer.to.seq === staging.base
}

/** A fault is thrown where the promise is awaited. */
function awaitedLater<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {})
  return promise
}
