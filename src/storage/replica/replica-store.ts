import type { StreamDigest } from '#domain/streams/stream-digest.ts'
import type { Checkpoint, StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'

/** A stream as this device shows it: one verified generation. */
export type Replica = StreamDigest & {
  stream: StreamId
  /** Goes up by one with every commit. Two tabs use it for compare-and-set. */
  rev: number
  generation: number
  checkpoint: Checkpoint
  /** When the device last agreed with the server that this is all. */
  verifiedAt: Instant
}

/** Received pages that are not shown yet. A staging can be resumed; the next one replaces it as a whole. */
export type Staging = {
  stream: StreamId
  session: string
  /** delta: changes to the replica of `baseRev`. build: a new generation, made in addition to the shown one. */
  kind: 'delta' | 'build'
  /** Null for a build. */
  baseRev: number | null
  base: number
  /** The place in the stream's history that the staged pages reach. */
  at: Checkpoint
}

/**
 * The streams on this device. What is staged is never shown; what is shown changes as a whole, in one
 * transaction. It is implemented on Dexie in the vault and in memory for the simulation.
 */
export interface ReplicaStore {
  listReplicas(): Promise<Replica[]>
  /** Lists the streams that have a staging, also those without a replica. */
  listStagedStreams(): Promise<StreamId[]>
  findReplica(stream: StreamId): Promise<Replica | null>
  findStaging(stream: StreamId): Promise<Staging | null>
  /** Begins a staging and discards the one before. */
  beginStaging(staging: Staging): Promise<void>
  /** Answers `stale`, and changes nothing, unless session and `after` match the staging. */
  stagePage(page: {
    stream: StreamId
    session: string
    after: number
    documents: readonly StreamDocument[]
    to: Checkpoint
  }): Promise<'staged' | 'stale'>
  /**
   * Count and digest that the stream would have after the commit. Null when the staging is not at
   * `at`, or is a delta on a replica that has changed since.
   */
  stagedDigest(staged: {
    stream: StreamId
    session: string
    at: Checkpoint
  }): Promise<StreamDigest | null>
  /**
   * Shows what is staged, in one transaction, and ends the staging. `lost`, and nothing changes,
   * when the staging is of another session or not at `head`, or a delta's `baseRev` is not the replica's.
   */
  commitStaging(commit: {
    stream: StreamId
    session: string
    head: Checkpoint
    verifiedAt: Instant
  }): Promise<'committed' | 'lost'>
  /** Records that the server has nothing new. Does nothing when the replica has another rev. */
  markVerified(stream: StreamId, rev: number, verifiedAt: Instant): Promise<void>
  discardStaging(stream: StreamId): Promise<void>
  /**
   * Deletes key, documents and staging, because the unlocked employee has lost the zone. The outbox
   * is not touched. On a shared device the documents stay while a colleague has a key for them.
   */
  drop(stream: StreamId): Promise<void>
}
