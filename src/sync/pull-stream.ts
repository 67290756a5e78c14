import { protocolVersion } from '#contract/protocol.ts'
import type { PullStreamAnswer } from '#contract/pull-stream.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import { type Hasher, hashText } from '#domain/base/hasher.ts'
import { type Instant, millisecondsFromInstant } from '#domain/time/instant.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import { emptyCheckpoint } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Replica, ReplicaStore, Staging } from '#storage/replica/replica-store.ts'
import type { Clock } from './clock.ts'
import { type Pace, fitPages, slowPages } from './pace.ts'
import type { RebuildReason, Report } from './sync-event.ts'
import type { Answer, NetworkFailure, SyncNetwork } from './sync-network.ts'

export type PullServices = {
  network: Pick<SyncNetwork, 'pullStream'>
  replicas: ReplicaStore
  hasher: Hasher
  clock: Clock
  randomUuid(): string
  pace: Pace
  report: Report
}

/** unsettled: the stream was rebuilt, or another page changed it, more often than one cycle should retry. */
export type PullFailure = NetworkFailure | { kind: 'unsettled' }

type Page = Extract<PullStreamAnswer, { kind: 'page' }>

/** A request for the page after `staging`, which is on its way. The response is checked as it arrives. */
type PageRequest = { staging: Staging; requestedAt: Instant; response: Answer<Checked> }

type Checked = { answer: PullStreamAnswer; isValid: boolean; milliseconds: number }

const maxRestarts = 4

/**
 * Brings one stream to the server's head. Pages are staged; what is shown changes when the head is
 * reached and count and digest agree. The app may be killed after any step: the next call continues
 * from what is staged. While a page is sealed, the next one is fetched and checked.
 */
export async function pullStream(
  stream: StreamId,
  services: PullServices,
): Promise<Result<'verified', PullFailure>> {
  const { replicas, clock, pace, report } = services
  let prefetch: PageRequest | null = null
  for (let restarts = 0; restarts < maxRestarts;) {
    const replica = await replicas.findReplica(stream)
    const staging = await usableStaging(stream, replica, services)
    const request: PageRequest =
      prefetch !== null && isSamePlace(prefetch.staging, staging)
        ? prefetch
        : requestPage(staging, services)
    prefetch = null
    const received = await request.response
    if (!received.ok) {
      if (received.refusal.kind === 'unreachable' || received.refusal.kind === 'tooLarge') {
        slowPages(pace)
      }
      return received
    }
    const { answer, isValid, milliseconds } = received.value
    report({ kind: 'answered', at: clock.now() })
    if (!isAnswerTo(staging, answer)) return refused({ kind: 'notOurs' })
    if (answer.kind === 'reset') {
      restarts++
      await beginBuild(stream, answer.reason, services)
      continue
    }
    if (!isValid) return refused({ kind: 'unreachable' })
    fitPages(pace, answer.documents.length, milliseconds)
    if (answer.more) prefetch = requestPage({ ...staging, at: answer.to }, services)
    const outcome = await storePage(answer, staging, replica, request.requestedAt, services)
    if (outcome === 'verified') return accepted('verified')
    if (outcome !== 'more') restarts++
  }
  return refused({ kind: 'unsettled' })
}

function requestPage(
  staging: Staging,
  { network, clock, pace, hasher }: PullServices,
): PageRequest {
  const { session, stream, base, at } = staging
  const requestedAt = clock.now()
  const answer = network.pullStream({
    protocol: protocolVersion,
    session,
    stream,
    base,
    after: at.seq,
    witness: at,
    limit: pace.pageDocuments,
  })
  const response = checked(answer, requestedAt, { clock, hasher })
  // A fault is thrown where the page is awaited; a prefetched page may never be awaited.
  response.catch(() => {})
  return { staging, requestedAt, response }
}

async function checked(
  answer: Answer<PullStreamAnswer>,
  requestedAt: Instant,
  { clock, hasher }: Pick<PullServices, 'clock' | 'hasher'>,
): Answer<Checked> {
  const answered = await answer
  if (!answered.ok) return answered
  const milliseconds = millisecondsFromInstant(clock.now()) - millisecondsFromInstant(requestedAt)
  const { value } = answered
  return accepted({
    answer: value,
    isValid: value.kind === 'reset' || (await isValid(value, hasher)),
    milliseconds,
  })
}

function isSamePlace(a: Staging, b: Staging): boolean {
  return a.session === b.session && a.at.seq === b.at.seq && a.at.chain16 === b.at.chain16
}

/** Continues an earlier staging if it still fits the replica, and begins a new one otherwise. */
async function usableStaging(
  stream: StreamId,
  replica: Replica | null,
  { replicas, randomUuid }: PullServices,
): Promise<Staging> {
  const staging = await replicas.findStaging(stream)
  if (staging !== null && (staging.kind === 'build' || staging.baseRev === replica?.rev)) {
    return staging
  }
  const begun: Staging =
    replica === null
      ? buildStaging(stream, randomUuid())
      : {
          stream,
          session: randomUuid(),
          kind: 'delta',
          baseRev: replica.rev,
          base: replica.checkpoint.seq,
          at: replica.checkpoint,
        }
  await replicas.beginStaging(begun)
  return begun
}

function buildStaging(stream: StreamId, session: string): Staging {
  return { stream, session, kind: 'build', baseRev: null, base: 0, at: emptyCheckpoint }
}

async function beginBuild(
  stream: StreamId,
  reason: RebuildReason,
  { replicas, randomUuid, report }: PullServices,
): Promise<void> {
  report({ kind: 'rebuilding', stream, reason })
  await replicas.beginStaging(buildStaging(stream, randomUuid()))
}

function isAnswerTo(staging: Staging, answer: PullStreamAnswer): boolean {
  return (
    answer.stream === staging.stream &&
    answer.session === staging.session &&
    answer.after === staging.at.seq
  )
}

/** Whether the page is in order, ends where it says, and has bodies that match their hashes. */
async function isValid(
  { documents, after, to, head, more }: Page,
  hasher: Hasher,
): Promise<boolean> {
  let last = after
  for (const { seq } of documents) {
    if (seq <= last) return false
    last = seq
  }
  if (last > to.seq || to.seq > head.seq || more !== to.seq < head.seq) return false
  const hashes = await Promise.all(
    documents.map(({ body }) => hashText(canonicalJson(body), hasher)),
  )
  return documents.every(({ bodyHash }, index) => bodyHash === hashes[index])
}

async function storePage(
  page: Page,
  staging: Staging,
  replica: Replica | null,
  requestedAt: Instant,
  services: PullServices,
): Promise<'verified' | 'more' | 'moved' | 'mismatch'> {
  const { replicas, report } = services
  const { stream, session, documents, to, head } = page
  if (replica !== null && staging.kind === 'delta' && to.seq === staging.base) {
    if (!isSameDigest(replica, page)) return mismatch(staging, services)
    await replicas.markVerified(stream, replica.rev, requestedAt)
    report({ kind: 'verified', stream })
    return 'verified'
  }
  const staged = await replicas.stagePage({ stream, session, after: page.after, documents, to })
  if (staged === 'stale') return 'moved'
  report({ kind: 'fetching', stream, staged: to.seq, head: head.seq })
  if (page.more) return 'more'

  const digest = await replicas.stagedDigest({ stream, session, at: to })
  if (digest === null) return 'moved'
  if (!isSameDigest(digest, page)) return mismatch(staging, services)
  const committed = await replicas.commitStaging({ stream, session, head, verifiedAt: requestedAt })
  if (committed === 'lost') return 'moved'
  report({ kind: 'verified', stream })
  return 'verified'
}

/** Begins to rebuild the stream; what is shown is kept until that is verified. */
async function mismatch({ stream }: Staging, services: PullServices): Promise<'mismatch'> {
  await beginBuild(stream, 'digestMismatch', services)
  return 'mismatch'
}

function isSameDigest(
  a: { count: number; digest: string },
  b: { count: number; digest: string },
): boolean {
  return a.count === b.count && a.digest === b.digest
}
