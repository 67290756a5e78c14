import type { Instant } from '#domain/time/instant.ts'
import { type StreamDigest, emptyDigest } from '#domain/streams/stream-digest.ts'
import { type StreamDocument, emptyChain } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'

/** The state of a stream: its newest write, and the count and digest of its live documents. */
export type StreamHead = StreamDigest & {
  seq: number
  chain: string
  /** Tombstones up to this seq have been removed: a device below it must build the stream again. */
  floor: number
}

export const emptyHead: StreamHead = { ...emptyDigest, seq: 0, chain: emptyChain, floor: 0 }

export type StreamVersion = Omit<StreamDocument, 'body'>

/** One write: the documents' new versions in order, each with a link of the chain. */
export type StreamWrite = {
  documents: readonly StreamDocument[]
  links: readonly { seq: number; chain16: string }[]
  head: StreamHead
  writtenAt: Instant
}

/**
 * The streams as one database transaction sees them. Reads of a pull share one snapshot; a write
 * holds the stream's lock until the transaction ends, so that sequence order is commit order.
 */
export interface StreamStore {
  findHead(stream: StreamId): Promise<StreamHead | null>
  /** Waits for the stream's lock and holds it; creates a stream that does not exist. */
  lockHead(stream: StreamId): Promise<StreamHead>
  listVersions(stream: StreamId, docIds: readonly string[]): Promise<StreamVersion[]>
  findDocument(stream: StreamId, docId: string): Promise<StreamDocument | null>
  /** Answers whether a document is or was there; `endedAt` is null for a live one. A removed tombstone was never there. */
  findPresence(stream: StreamId, docId: string): Promise<{ endedAt: Instant | null } | null>
  saveWrite(stream: StreamId, write: StreamWrite): Promise<void>
  /** In the order of seq. */
  listDocuments(
    stream: StreamId,
    page: { after: number; limit: number; tombstones: 'with' | 'without' },
  ): Promise<StreamDocument[]>
  /** Live documents of a schema that were written before a moment, in the order of seq. */
  listWrittenBefore(
    stream: StreamId,
    written: { schema: string; before: Instant; limit: number },
  ): Promise<string[]>
  /** The chain's first 16 digits after the write `seq`; null when this history has no such write. */
  findLink(stream: StreamId, seq: number): Promise<string | null>
  /**
   * Removes tombstones in the order of seq, up to the first that was not written before `before`.
   * Answers the highest seq removed, null for none.
   */
  removeTombstones(stream: StreamId, before: Instant): Promise<number | null>
  /**
   * Removes the links at which no device has stood since `before`: what was the head until then stays, and so does each
   * link that a page may end with.
   */
  removeLinks(stream: StreamId, before: Instant): Promise<void>
  saveFloor(stream: StreamId, floor: number): Promise<void>
}
