import type { StreamDigest } from '#domain/streams/stream-digest.ts'
import type { Checkpoint, StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'

/** A stream as this device shows it: one verified generation. */
export type Replica = StreamDigest & {
  stream: StreamId
  /** Goes up by one with every commit; the compare-and-set of two tabs. */
  rev: number
  generation: number
  checkpoint: Checkpoint
  /** When the device last agreed with the server that this is all. */
  verifiedAt: Instant
}

/** Pages that have come but are not shown: resumable, and replaced whole by the next staging. */
export type Staging = {
  stream: StreamId
  session: string
  /** delta: laid on the replica of `baseRev`; build: a new generation beside it. */
  kind: 'delta' | 'build'
  /** Null for a build. */
  baseRev: number | null
  base: number
  /** Where the staged pages stand. */
  at: Checkpoint
}

/**
 * The streams on this device. What is staged is never shown; what is shown changes whole, in one
 * transaction. Implemented on Dexie in the vault and in memory for the simulation.
 */
export interface ReplicaStore {
  listReplicas(): Promise<Replica[]>
  /** The streams of which something is staged, also those without a replica. */
  listStagedStreams(): Promise<StreamId[]>
  findReplica(stream: StreamId): Promise<Replica | null>
  findStaging(stream: StreamId): Promise<Staging | null>
  /** Throws away what was staged before. */
  beginStaging(staging: Staging): Promise<void>
  /** Answers `stale`, and changes nothing, unless session and `after` are where the staging stands. */
  stagePage(page: {
    stream: StreamId
    session: string
    after: number
    documents: readonly StreamDocument[]
    to: Checkpoint
  }): Promise<'staged' | 'stale'>
  /**
   * Count and digest that the stream would have after the commit; null when the staging is
   * not `at` there, or is a delta on a replica that has moved on.
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
  /** The server agreed that nothing is new. Does nothing when the replica has another rev. */
  markVerified(stream: StreamId, rev: number, verifiedAt: Instant): Promise<void>
  discardStaging(stream: StreamId): Promise<void>
  /**
   * The zone is lost: key, documents and staging go, the outbox is not touched. On a shared device
   * this is the unlocked employee's loss; the documents stay while a colleague has their key.
   */
  drop(stream: StreamId): Promise<void>
}
