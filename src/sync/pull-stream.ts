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

/** unsettled: the stream was rebuilt or moved under us more often than one cycle should try. */
export type PullFailure = NetworkFailure | { kind: 'unsettled' }

type Page = Extract<PullStreamAnswer, { kind: 'page' }>

/** What comes after `staging`, checked when it is there, and when it was asked for. */
type Asked = { staging: Staging; askedAt: Instant; coming: Answer<Checked> }

type Checked = { answer: PullStreamAnswer; isSound: boolean; milliseconds: number }

const mostRestarts = 4

/**
 * Brings one stream to the server's head. Pages are staged; what is shown moves when the head is
 * reached and count and digest agree. Every step may be the last before the app dies: the next
 * call goes on from what is staged. While a page is sealed, the next is fetched and checked.
 */
export async function pullStream(
  stream: StreamId,
  services: PullServices,
): Promise<Result<'verified', PullFailure>> {
  const { replicas, clock, pace, report } = services
  let ahead: Asked | null = null
  for (let restarts = 0; restarts < mostRestarts;) {
    const replica = await replicas.findReplica(stream)
    const staging = await usableStaging(stream, replica, services)
    const asked: Asked =
      ahead !== null && isSamePlace(ahead.staging, staging) ? ahead : ask(staging, services)
    ahead = null
    const came = await asked.coming
    if (!came.ok) {
      if (came.refusal.kind === 'unreachable' || came.refusal.kind === 'tooLarge') {
        slowPages(pace)
      }
      return came
    }
    const { answer, isSound, milliseconds } = came.value
    report({ kind: 'answered', at: clock.now() })
    if (!isAnswerTo(staging, answer)) return refused({ kind: 'notOurs' })
    if (answer.kind === 'reset') {
      restarts++
      await beginBuild(stream, answer.reason, services)
      continue
    }
    if (!isSound) return refused({ kind: 'unreachable' })
    fitPages(pace, answer.documents.length, milliseconds)
    if (answer.more) ahead = ask({ ...staging, at: answer.to }, services)
    const taken = await takePage(answer, staging, replica, asked.askedAt, services)
    if (taken === 'verified') return accepted('verified')
    if (taken !== 'more') restarts++
  }
  return refused({ kind: 'unsettled' })
}

function ask(staging: Staging, { network, clock, pace, hasher }: PullServices): Asked {
  const { session, stream, base, at } = staging
  const askedAt = clock.now()
  const answer = network.pullStream({
    protocol: protocolVersion,
    session,
    stream,
    base,
    after: at.seq,
    witness: at,
    limit: pace.pageDocuments,
  })
  const coming = checked(answer, askedAt, { clock, hasher })
  // A fault is met where the page is awaited; what was asked for ahead may never be.
  coming.catch(() => {})
  return { staging, askedAt, coming }
}

async function checked(
  answer: Answer<PullStreamAnswer>,
  askedAt: Instant,
  { clock, hasher }: Pick<PullServices, 'clock' | 'hasher'>,
): Answer<Checked> {
  const answered = await answer
  if (!answered.ok) return answered
  const milliseconds = millisecondsFromInstant(clock.now()) - millisecondsFromInstant(askedAt)
  const { value } = answered
  return accepted({
    answer: value,
    isSound: value.kind === 'reset' || (await isSound(value, hasher)),
    milliseconds,
  })
}

function isSamePlace(a: Staging, b: Staging): boolean {
  return a.session === b.session && a.at.seq === b.at.seq && a.at.chain16 === b.at.chain16
}

/** What was staged before goes on if it still fits the replica; else a new staging begins. */
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

/** The page is in order, ends where it says, and each body is the one that its hash names. */
async function isSound(
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

async function takePage(
  page: Page,
  staging: Staging,
  replica: Replica | null,
  askedAt: Instant,
  services: PullServices,
): Promise<'verified' | 'more' | 'moved' | 'mismatch'> {
  const { replicas, report } = services
  const { stream, session, documents, to, head } = page
  if (replica !== null && staging.kind === 'delta' && to.seq === staging.base) {
    if (!isSameDigest(replica, page)) return mismatch(staging, services)
    await replicas.markVerified(stream, replica.rev, askedAt)
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
  const committed = await replicas.commitStaging({ stream, session, head, verifiedAt: askedAt })
  if (committed === 'lost') return 'moved'
  report({ kind: 'verified', stream })
  return 'verified'
}

/** What is shown is kept while the stream is built anew beside it. */
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
