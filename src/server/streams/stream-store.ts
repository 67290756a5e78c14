import type { Instant } from '#domain/time/instant.ts'
import { type StreamDocument, emptyChain } from '#domain/streams/stream-document.ts'
import type { DocumentMark, StreamLeaves } from '#domain/streams/stream-root.ts'
import type { StreamId } from '#domain/streams/stream.ts'

/** The state of a stream: its newest write, and the count and root of its live documents. */
export type StreamState = {
  /** Raised when a device shows that the database was restored from an earlier state. */
  epoch: number
  seq: number
  chain: string
  /** Tombstones up to this seq have been removed: a device below it must build the stream again. */
  floor: number
  count: number
  /** `domain/streams/stream-root.ts`, hexadecimal. */
  root: string
}

export const emptyState: StreamState = {
  epoch: 1,
  seq: 0,
  chain: emptyChain,
  floor: 0,
  count: 0,
  // SHA-256 of 256 leaves without documents.
  root: '9f1dcbc35c350d6027f98be0f5c8b43b42ca52b7604459c0c42be3aa88913d47',
}

export type StreamVersion = Omit<StreamDocument, 'body'>

/** A live document, and the leaf that it belongs to. */
export type LeafMark = DocumentMark & { leaf: number }

/** A new version of a document; `text` is its body as the canonical JSON that its hash covers. */
export type WrittenDocument = StreamDocument & { leaf: number; text: string }

/** A part of a write: documents that the stream had not, and others in a new version, each with a link of the chain. */
export type WrittenPart = {
  added: readonly WrittenDocument[]
  changed: readonly WrittenDocument[]
  links: readonly { seq: number; chain16: string }[]
  writtenAt: Instant
}

/**
 * The streams as one database transaction sees them. Reads of a pull share one snapshot; a write
 * holds the stream's lock until the transaction ends, so that sequence order is commit order.
 */
export interface StreamStore {
  findHead(stream: StreamId): Promise<StreamState | null>
  /** Waits for the stream's lock and holds it; creates a stream that does not exist. */
  lockHead(stream: StreamId): Promise<StreamState>
  readLeaves(stream: StreamId): Promise<StreamLeaves>
  /** All live documents of some leaves. */
  listMarks(stream: StreamId, leaves: readonly number[]): Promise<LeafMark[]>
  listVersions(stream: StreamId, docIds: readonly string[]): Promise<StreamVersion[]>
  findDocument(stream: StreamId, docId: string): Promise<StreamDocument | null>
  /** Answers whether a document is or was there; `endedAt` is null for a live one. A removed tombstone was never there. */
  findPresence(stream: StreamId, docId: string): Promise<{ endedAt: Instant | null } | null>
  /** Those of the streams in which a document of this id is live. */
  listStreamsWith(docId: string, streams: readonly StreamId[]): Promise<StreamId[]>
  saveDocuments(stream: StreamId, part: WrittenPart): Promise<void>
  /** Ends a write, after its documents. */
  saveState(stream: StreamId, state: StreamState, leaves: StreamLeaves): Promise<void>
  /** In the order of seq. */
  listDocuments(
    stream: StreamId,
    page: { after: number; limit: number; tombstones: 'with' | 'without' },
  ): Promise<StreamDocument[]>
  /** The leaves of the live documents from leaf `from` on, ascending: a leaf as often as it has documents. */
  listLeaves(stream: StreamId, from: number, limit: number): Promise<number[]>
  /** All live documents of the leaves from `from` to before `before`. */
  listInLeaves(
    stream: StreamId,
    leaves: { from: number; before: number },
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
  saveEpoch(stream: StreamId, epoch: number): Promise<void>
}
