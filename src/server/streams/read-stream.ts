import type { PullStream, PullStreamAnswer } from '#contract/pull-stream.ts'
import { type Checkpoint, emptyCheckpoint } from '#domain/streams/stream-document.ts'
import type { SignedHead } from '#domain/trust/stream-head.ts'
import { judgeHighest, placeInHistory } from './judge-highest.ts'
import { bucketsFor, readBuckets } from './read-buckets.ts'
import { type PullTools, signHead } from './sign-head.ts'
import { type StreamState, type StreamStore, emptyState } from './stream-store.ts'

export type ResetAnswer = Extract<PullStreamAnswer, { kind: 'reset' }>

/** An answer, or that the stream's epoch must be raised first, which takes a transaction that writes. */
export type StreamReading = PullStreamAnswer | { kind: 'tooLow'; highest: SignedHead }

type Part<Kind extends PullStream['part']['kind']> = Extract<PullStream['part'], { kind: Kind }>
type Shared = { session: string; stream: PullStream['stream']; head: SignedHead }

/**
 * Answers a device's pull. All reads must see one snapshot, because the device verifies what it
 * receives against the head.
 */
export async function readStream(
  streams: StreamStore,
  request: PullStream,
  tools: PullTools,
): Promise<StreamReading> {
  const { session, stream, part, limit, highest } = request
  const state = (await streams.findHead(stream)) ?? emptyState
  const reset = await resetBefore(streams, request, state, tools)
  if (reset?.kind === 'tooLow') return reset
  if (reset !== null) return resetAnswer(request, reset.reason, reset.named ? highest : null)

  const shared = { session, stream, head: await signHead(stream, state, tools) }
  return part.kind === 'buckets'
    ? await bucketsAnswer(streams, part, limit, state, shared)
    : await changesAnswer(streams, part, limit, state, shared)
}

export function resetAnswer(
  { session, stream }: Pick<PullStream, 'session' | 'stream'>,
  reason: ResetAnswer['reason'],
  named: SignedHead | null,
): ResetAnswer {
  return { kind: 'reset', session, stream, reason, named }
}

async function resetBefore(
  streams: StreamStore,
  request: PullStream,
  state: StreamState,
  tools: PullTools,
): Promise<
  | { kind: 'tooLow'; highest: SignedHead }
  | { kind: 'reset'; reason: ResetAnswer['reason']; named: boolean }
  | null
> {
  const { part, highest } = request
  const judged = await judgeHighest(streams, request, state, tools)
  if (judged === 'tooLow' && highest !== null) return { kind: 'tooLow', highest }
  if (judged === 'restored') return { kind: 'reset', reason: 'restored', named: true }
  // `forgotten` is no reason: where the part begins proves itself, and a build must not begin again for each write beside it.
  const reason =
    part.kind === 'buckets'
      ? await lostStart(streams, request, part.layout?.start ?? emptyCheckpoint, state)
      : await lostPlace(streams, request, part, state)
  return reason === null ? null : { kind: 'reset', reason, named: false }
}

/** The start of a build is where its changes will begin, so it must lie in this history. */
async function lostStart(
  streams: StreamStore,
  { stream }: PullStream,
  start: Checkpoint,
  state: StreamState,
): Promise<ResetAnswer['reason'] | null> {
  const place = await placeInHistory(streams, stream, start, state)
  return place === 'inHistory' ? null : 'unknownWitness'
}

async function lostPlace(
  streams: StreamStore,
  { stream }: PullStream,
  { base, after, witness }: Part<'changes'>,
  state: StreamState,
): Promise<ResetAnswer['reason'] | null> {
  if (after > state.seq || base > state.seq) return 'aboveHead'
  const place = await placeInHistory(streams, stream, witness, state)
  if (witness.seq !== after || place !== 'inHistory') return 'unknownWitness'
  // A device that has nothing (base 0) cannot have missed a deletion.
  if (base > 0 && base < state.floor) return 'belowFloor'
  return null
}

async function bucketsAnswer(
  streams: StreamStore,
  { layout }: Part<'buckets'>,
  limit: number,
  { count }: StreamState,
  shared: Shared,
): Promise<PullStreamAnswer> {
  const { buckets, from } = layout ?? { buckets: bucketsFor(count), from: 0 }
  const read = await readBuckets(streams, shared.stream, { buckets, from, limit })
  return { kind: 'buckets', ...shared, buckets, from, ...read }
}

async function changesAnswer(
  streams: StreamStore,
  { after }: Part<'changes'>,
  limit: number,
  state: StreamState,
  shared: Shared,
): Promise<PullStreamAnswer> {
  const { stream } = shared
  if (after === state.seq) {
    const to = { seq: state.seq, chain16: state.chain.slice(0, 16) }
    return { kind: 'changes', ...shared, after, documents: [], to, more: false }
  }
  const found = await streams.listDocuments(stream, {
    after,
    limit: limit + 1,
    // A device without documents has nothing to delete; after its first page, documents may have been deleted.
    tombstones: after === 0 ? 'without' : 'with',
  })
  const documents = found.slice(0, limit)
  const last = documents.at(-1)
  const answer = { kind: 'changes', ...shared, after, documents } as const
  if (found.length <= limit || last === undefined) {
    return { ...answer, to: { seq: state.seq, chain16: state.chain.slice(0, 16) }, more: false }
  }
  const chain16 = await streams.findLink(stream, last.seq)
  if (chain16 === null) throw new Error(`No link ${last.seq} in ${stream}`)
  return { ...answer, to: { seq: last.seq, chain16 }, more: true }
}
