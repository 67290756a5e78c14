import { type Checkpoint, emptyCheckpoint } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { type SignedHead, checkpointOf, isHeadOf } from '#domain/trust/stream-head.ts'
import type { PullTools } from './sign-head.ts'
import type { StreamState, StreamStore } from './stream-store.ts'

/**
 * What the highest head of a device says about this server. known: it lies in the history, or proves nothing, as one
 * that the server did not sign. forgotten: its link was compacted away. restored: the server signed it and has lost
 * what it names, in an earlier epoch. tooLow: the same, and the epoch must be raised above it.
 */
export type HighestJudgement = 'known' | 'forgotten' | 'restored' | 'tooLow'

export async function judgeHighest(
  streams: Pick<StreamStore, 'findLink'>,
  { stream, highest }: { stream: StreamId; highest: SignedHead | null },
  state: StreamState,
  { keySet, trust }: Pick<PullTools, 'keySet' | 'trust'>,
): Promise<HighestJudgement> {
  if (highest === null || !(await isHeadOf(highest, stream, keySet, trust))) return 'known'
  const { epoch } = highest.head
  if (epoch > state.epoch) return 'tooLow'
  const place = await placeInHistory(streams, stream, checkpointOf(highest.head), state)
  if (place === 'elsewhere') return epoch === state.epoch ? 'tooLow' : 'restored'
  return place === 'forgotten' ? 'forgotten' : 'known'
}

/** Says whether a checkpoint lies in the stream's history. forgotten: there is no link to compare it with. */
export async function placeInHistory(
  streams: Pick<StreamStore, 'findLink'>,
  stream: StreamId,
  { seq, chain16 }: Checkpoint,
  state: StreamState,
): Promise<'inHistory' | 'forgotten' | 'elsewhere'> {
  if (seq > state.seq) return 'elsewhere'
  const link = seq === 0 ? emptyCheckpoint.chain16 : await streams.findLink(stream, seq)
  if (link === null) return 'forgotten'
  return link === chain16 ? 'inHistory' : 'elsewhere'
}
