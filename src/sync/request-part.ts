import { protocolVersion } from '#contract/protocol.ts'
import type { PullStream, PullStreamAnswer } from '#contract/pull-stream.ts'
import { accepted } from '#domain/base/result.ts'
import { type Instant, millisecondsFromInstant } from '#domain/time/instant.ts'
import type { SignedHead } from '#domain/trust/stream-head.ts'
import type { Staging } from '#storage/replica/replica-store.ts'
import { type PartCheck, checkPart } from './check-part.ts'
import type { PullServices } from './pull-stream.ts'
import type { Answer } from './sync-network.ts'

/** A request for the part after `staging`, which is on its way. The response is checked as it arrives. */
export type PartRequest = {
  staging: Staging
  /** The highest head that was known when the part was requested. */
  highest: SignedHead | null
  response: Answer<Received>
}

export type Received = { answer: PullStreamAnswer; check: PartCheck; milliseconds: number }

export function requestPart(
  staging: Staging,
  highest: SignedHead | null,
  services: PullServices,
): PartRequest {
  const { network, clock, pace } = services
  const { session, stream } = staging
  const requestedAt = clock.now()
  const answer = network.pullStream({
    protocol: protocolVersion,
    session,
    stream,
    highest,
    part: partAfter(staging),
    limit: pace.pageDocuments,
  })
  const response = checked(answer, { staging, highest, requestedAt }, services)
  // A fault is thrown where the part is awaited; a prefetched part may never be awaited.
  response.catch(() => {})
  return { staging, highest, response }
}

/** True when the place that a part was requested for is still where the staging goes on. */
export function isSamePlace(a: Staging, b: Staging): boolean {
  return (
    a.session === b.session &&
    a.at.seq === b.at.seq &&
    a.at.chain16 === b.at.chain16 &&
    a.layout?.buckets === b.layout?.buckets &&
    a.layout?.next === b.layout?.next
  )
}

function partAfter({ kind, base, at, layout }: Staging): PullStream['part'] {
  if (kind === 'build' && layout === null) return { kind: 'buckets', layout: null }
  if (layout !== null && layout.next < layout.buckets) {
    const { buckets, next: from } = layout
    return { kind: 'buckets', layout: { buckets, from, start: at } }
  }
  return { kind: 'changes', base, after: at.seq, witness: at }
}

async function checked(
  answer: Answer<PullStreamAnswer>,
  { requestedAt, ...asked }: { staging: Staging; highest: SignedHead | null; requestedAt: Instant },
  services: PullServices,
): Answer<Received> {
  const answered = await answer
  if (!answered.ok) return answered
  const { clock } = services
  const milliseconds = millisecondsFromInstant(clock.now()) - millisecondsFromInstant(requestedAt)
  const check = await checkPart(answered.value, asked, services)
  return accepted({ answer: answered.value, check, milliseconds })
}
