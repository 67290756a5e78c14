import type { EntryId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { NetworkFailure } from './sync-network.ts'

/** What the engine tells while it works. */
export type SyncEvent =
  | { kind: 'answered'; at: Instant }
  /** What the server's clock said when the device's said `device`. */
  | { kind: 'clocksCompared'; server: Instant; device: Instant }
  | { kind: 'failed'; failure: NetworkFailure }
  | { kind: 'sending'; sent: number; of: number }
  /** The server does not take this entry, not even alone; it stays on the device. */
  | { kind: 'entryRefused'; entryId: EntryId }
  /** unknown: of a class that this build does not know. They are not pulled: a newer app is needed for them. */
  | { kind: 'streamsListed'; streams: readonly StreamId[]; unknown: number }
  | { kind: 'fetching'; stream: StreamId; staged: number; head: number }
  | { kind: 'rebuilding'; stream: StreamId; reason: RebuildReason }
  | { kind: 'verified'; stream: StreamId }
  | { kind: 'dropped'; stream: StreamId }

export type RebuildReason = 'unknownWitness' | 'belowFloor' | 'aboveHead' | 'digestMismatch'

export type Report = (event: SyncEvent) => void
