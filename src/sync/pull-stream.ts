import type { PullStreamAnswer } from '#contract/pull-stream.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { Checkpoint } from '#domain/streams/stream-document.ts'
import type { ServerTrust } from '#domain/trust/server-trust.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import { type SignedHead, checkpointOf, newerHead } from '#domain/trust/stream-head.ts'
import type { HeldStream } from '#domain/trust/stream-holders.ts'
import type { ReplicaStore, StagedRoot, Staging } from '#storage/replica/replica-store.ts'
import { type BegunPull, beginBuild, beginPull, preparePull } from './begin-pull.ts'
import type { PartCheck } from './check-part.ts'
import type { Clock } from './clock.ts'
import { type Pace, fitPages, slowPages } from './pace.ts'
import { type PartRequest, requestPart } from './request-part.ts'
import type { Report } from './sync-event.ts'
import type { NetworkFailure, SyncNetwork } from './sync-network.ts'

export type PullServices = {
  network: Pick<SyncNetwork, 'pullStream'>
  replicas: ReplicaStore
  trust: ServerTrust
  clock: Clock
  randomUuid(): string
  pace: Pace
  report: Report
} & TrustTools

/**
 * unsettled: the stream was rebuilt, or another page changed it, more often than one cycle should retry. older: the server
 * answers with an earlier state than this device has seen.
 */
export type PullFailure = NetworkFailure | { kind: 'unsettled' } | { kind: 'older' }

type Reset = Extract<PullStreamAnswer, { kind: 'reset' }>
type Part = Exclude<PullStreamAnswer, Reset>

const maxRestarts = 4

/**
 * Brings one stream to the server's head: whole buckets first for a device that builds it, then changes. Parts
 * are staged; what is shown changes when the head is reached and the staged documents hash to the root that the server
 * signed. The app may be killed after any step: the next call continues from what is staged. While a part is sealed,
 * the next one is fetched and checked.
 */
export async function pullStream(
  held: HeldStream,
  services: PullServices,
  {
    begun = null,
    onLastPart,
  }: {
    /** The pull, if its first part is requested already. */
    begun?: BegunPull | null
    /** Called before the last part is stored, when the line is free for another stream. */
    onLastPart?(): void
  } = {},
): Promise<Result<'verified', PullFailure>> {
  const { clock, pace, replicas, report } = services
  const { stream } = held
  let prefetch: PartRequest | null = null
  let waiting = begun
  let hasStaged = false
  for (let restarts = 0; restarts < maxRestarts;) {
    const pull: BegunPull =
      waiting ?? beginPull(await preparePull(held, services), services, prefetch)
    const { staging, request } = pull
    waiting = null
    prefetch = null
    const received = await request.response
    if (!received.ok) {
      if (received.refusal.kind === 'unreachable' || received.refusal.kind === 'tooLarge') {
        slowPages(pace)
      }
      return received
    }
    const { answer, check, milliseconds } = received.value
    report({ kind: 'answered', at: clock.now() })
    if (check === 'olderThanStaged' && !hasStaged) {
      // What an earlier call has staged may be of a history that the server has lost: nothing else would end it.
      restarts++
      await replicas.discardStaging(stream)
      continue
    }
    if (check === 'older' || check === 'olderThanStaged') report({ kind: 'older', stream })
    if (check !== 'valid') return refused(failureAfter[check])
    if (answer.kind === 'reset') {
      restarts++
      await takeReset(answer, request.highest, held, services)
      continue
    }
    fitPages(pace, answer.documents.length, milliseconds)
    const next = stagingAfter(staging, answer)
    if (isAtHead(next, answer.head)) onLastPart?.()
    else prefetch = requestPart(next, request.highest, services)
    const outcome = await storePart(answer, pull, held, services)
    if (outcome === 'verified') return accepted('verified')
    if (outcome === 'mismatch') {
      report({ kind: 'rebuilding', stream, reason: 'rootMismatch' })
      await beginBuild(held, services)
    }
    if (outcome === 'more') hasStaged = true
    else restarts++
    if (outcome === 'more' && prefetch !== null) waiting = pullOf(prefetch, pull)
  }
  return refused({ kind: 'unsettled' })
}

const failureAfter = {
  notAsked: { kind: 'notOurs' },
  unvouched: { kind: 'unvouched' },
  older: { kind: 'older' },
  olderThanStaged: { kind: 'older' },
  altered: { kind: 'unreachable' },
} as const satisfies Record<Exclude<PartCheck, 'valid'>, PullFailure>

/** The pull after its part was stored. If another page has moved it meanwhile, the next part comes too late. */
function pullOf(request: PartRequest, { replica }: BegunPull): BegunPull {
  return { replica, staging: request.staging, isStored: true, request }
}

/** Only a reset that names the very head that the device sent lets a lower one follow it. */
async function takeReset(
  { reason, named }: Reset,
  highest: SignedHead | null,
  held: HeldStream,
  services: PullServices,
): Promise<void> {
  const { stream } = held
  services.report({ kind: 'rebuilding', stream, reason })
  if (reason === 'restored' && named !== null && named.signature === highest?.signature) {
    await services.replicas.acceptReset(stream, named)
  }
  await beginBuild(held, services)
}

/** The staging as it is when the part has been stored. */
function stagingAfter(staging: Staging, part: Part): Staging {
  const newest = newerHead(staging.newest, part.head)
  if (part.kind === 'changes') return { ...staging, at: part.to, newest }
  const layout = { buckets: part.buckets, next: part.next }
  if (staging.layout !== null) return { ...staging, layout, newest }
  const at = checkpointOf(part.head.head)
  return { ...staging, base: at.seq, at, layout, newest }
}

function isAtHead({ at, layout }: Staging, { head }: SignedHead): boolean {
  const isWhole = layout === null || layout.next === layout.buckets
  return isWhole && isSameCheckpoint(at, checkpointOf(head))
}

function isSameCheckpoint(a: Checkpoint, b: Checkpoint): boolean {
  return a.seq === b.seq && a.chain16 === b.chain16
}

async function storePart(
  part: Part,
  { staging, replica, isStored }: BegunPull,
  { holders }: HeldStream,
  services: PullServices,
): Promise<'verified' | 'more' | 'moved' | 'mismatch'> {
  const { replicas, report } = services
  const { stream, session, head } = part
  const isUnchanged = part.kind === 'changes' && part.to.seq === staging.base
  if (replica !== null && staging.kind === 'delta' && isUnchanged) {
    if (!isRootOf(head, replica.head.head)) return 'mismatch'
    await replicas.confirmHead(stream, replica.rev, head)
    report({ kind: 'verified', stream })
    return 'verified'
  }
  if (!isStored) await replicas.beginStaging(staging, holders)
  if ((await stage(part, services)) === 'stale') return 'moved'
  const next = stagingAfter(staging, part)
  if (!isAtHead(next, head)) return 'more'

  const root = await replicas.stagedRoot({ stream, session, at: next.at })
  if (root === null) return 'moved'
  if (!isRootOf(head, root)) return 'mismatch'
  const committed = await replicas.commitStaging({ stream, session, head })
  if (committed === 'lost') return 'moved'
  report({ kind: 'verified', stream })
  return 'verified'
}

async function stage(part: Part, services: PullServices): Promise<'staged' | 'stale'> {
  const { replicas, report } = services
  const { stream, session, documents, head } = part
  if (part.kind === 'changes') {
    const { after, to } = part
    const staged = await replicas.stagePage({ stream, session, after, documents, to, head })
    if (staged === 'staged') {
      report({ kind: 'fetching', stream, staged: to.seq, total: head.head.seq })
    }
    return staged
  }
  const { buckets, from, next } = part
  const whole = { stream, session, buckets, from, next, documents, head }
  const staged = await replicas.stageBuckets(whole)
  if (staged === 'staged') report({ kind: 'fetching', stream, staged: next, total: buckets })
  return staged
}

function isRootOf({ head }: SignedHead, { count, root }: StagedRoot): boolean {
  return head.count === count && head.root === root
}
