import type { StreamDigest } from '#domain/stream-digest.ts'
import type { Checkpoint, StreamDocument } from '#domain/stream-document.ts'
import type { StreamId } from '#domain/stream.ts'
import type { Instant } from '#domain/instant.ts'

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
  /** Count and digest that the stream would have after the commit. */
  stagedDigest(stream: StreamId): Promise<StreamDigest>
  /** Shows what is staged, in one transaction. `lost` when the replica's rev or the session moved meanwhile. */
  commitStaging(commit: {
    stream: StreamId
    session: string
    head: Checkpoint
    verifiedAt: Instant
  }): Promise<'committed' | 'lost'>
  /** The server agreed that nothing is new. */
  markVerified(stream: StreamId, rev: number, verifiedAt: Instant): Promise<void>
  discardStaging(stream: StreamId): Promise<void>
  /** The zone is lost: key and documents go, the outbox is not touched. */
  drop(stream: StreamId): Promise<void>
}
