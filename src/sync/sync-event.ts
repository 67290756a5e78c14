import type { PullStreamAnswer } from '#contract/pull-stream.ts'
import type { EntryId, ZoneId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { NetworkFailure } from './sync-network.ts'

/** What the sync engine reports while it works. */
export type SyncEvent =
  | { kind: 'answered'; at: Instant }
  /** The server's clock and the device's, read at the same moment. */
  | { kind: 'clocksCompared'; server: Instant; device: Instant }
  | { kind: 'failed'; failure: NetworkFailure }
  | { kind: 'sending'; sent: number; total: number }
  /** The server refuses this entry even when it is sent alone; it stays on the device. */
  | { kind: 'entryRefused'; entryId: EntryId }
  /** unknown: the number of streams of classes that this build does not know. They are not pulled: they need a newer app. */
  | { kind: 'streamsListed'; streams: readonly StreamId[]; unknown: number }
  /** Colleagues' notes that the server had received at that time, and that stand in no journal yet. */
  | { kind: 'notesComing'; at: Instant; zones: readonly { zone: ZoneId; notes: number }[] }
  /** How much of the stream is staged: of a build's buckets, or of the changes up to the head. */
  | { kind: 'fetching'; stream: StreamId; staged: number; total: number }
  | { kind: 'rebuilding'; stream: StreamId; reason: RebuildReason }
  /** The server answered with an earlier state than the device has seen: it is not taken over. */
  | { kind: 'older'; stream: StreamId }
  | { kind: 'verified'; stream: StreamId }
  | { kind: 'dropped'; stream: StreamId }

/** rootMismatch: what is staged does not hash to the root that the server signed. */
export type RebuildReason = Extract<PullStreamAnswer, { kind: 'reset' }>['reason'] | 'rootMismatch'

export type Report = (event: SyncEvent) => void
