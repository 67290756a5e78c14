import type { Checkpoint, StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { SignedHead } from '#domain/trust/stream-head.ts'
import type { HeldStream, StreamHolder } from '#domain/trust/stream-holders.ts'

/** A stream as this device shows it: one generation that hashes to a signed root. */
export type Replica = {
  stream: StreamId
  /** Goes up by one with every commit. Two tabs use it for compare-and-set. */
  rev: number
  generation: number
  /** What the server signed; its time is the age of the documents. */
  head: SignedHead
}

/** Received parts that are not shown yet. A staging can be resumed; the next one replaces it as a whole. */
export type Staging = {
  stream: StreamId
  session: string
  /** delta: changes to the replica of `baseRev`. build: a new generation, made in addition to the shown one. */
  kind: 'delta' | 'build'
  /** Null for a build. */
  baseRev: number | null
  /** The seq that changes begin after: the replica's, or the first head's of a build. */
  base: number
  /** The place in the stream's history that the staged changes reach; where they begin, before the first. */
  at: Checkpoint
  /** The buckets of a build that are staged: those below `next`. Null for a delta, and before a build's first answer. */
  layout: { buckets: number; next: number } | null
  /**
   * The newest head that a staged part came with: a part of an earlier one lacks what was written since. Null before the
   * first part, and when the unlocked employee's server did not sign it.
   */
  newest: SignedHead | null
}

/** The count and root that a stream would have after a commit. */
export type StagedRoot = { count: number; root: string }

/**
 * The streams on this device. What is staged is never shown; what is shown changes as a whole, in one
 * transaction. It is implemented on Dexie in the vault and in memory for the simulation.
 */
export interface ReplicaStore {
  listReplicas(): Promise<Replica[]>
  /** Lists the streams that have a staging, also those without a replica. */
  listStagedStreams(): Promise<StreamId[]>
  /** Null also for a stream that cannot be verified: it is built anew. */
  findReplica(stream: StreamId): Promise<Replica | null>
  findStaging(stream: StreamId): Promise<Staging | null>
  /** The highest signed head that the unlocked employee has pinned or the device shows; null when there is none. */
  findHighestHead(stream: StreamId): Promise<SignedHead | null>
  /** Begins a staging and discards the one before. The key of a build is sealed to these holders and to nobody else. */
  beginStaging(staging: Staging, holders: readonly StreamHolder[]): Promise<void>
  /** Stages whole buckets of a build. Answers `stale`, and changes nothing, unless session and `from` match the staging. */
  stageBuckets(part: {
    stream: StreamId
    session: string
    buckets: number
    from: number
    next: number
    documents: readonly StreamDocument[]
    /** What the part came with. Changes begin after that of the first one. */
    head: SignedHead
  }): Promise<'staged' | 'stale'>
  /** Stages changes. Answers `stale`, and changes nothing, unless session and `after` match the staging. */
  stagePage(page: {
    stream: StreamId
    session: string
    after: number
    documents: readonly StreamDocument[]
    to: Checkpoint
    /** What the page came with. */
    head: SignedHead
  }): Promise<'staged' | 'stale'>
  /**
   * Count and root that the stream would have after the commit. Null when the staging is not at `at`, lacks
   * buckets, or is a delta on a replica that has changed since.
   */
  stagedRoot(staged: {
    stream: StreamId
    session: string
    at: Checkpoint
  }): Promise<StagedRoot | null>
  /**
   * Shows what is staged, in one transaction, ends the staging, and then pins the head for the unlocked employee.
   * `lost`, and nothing changes, when the staging is of another session or not at `head`, a delta's `baseRev` is not
   * the replica's, the root is another one, the head is below the highest, or a delta's generation is not her own.
   */
  commitStaging(commit: {
    stream: StreamId
    session: string
    head: SignedHead
  }): Promise<'committed' | 'lost'>
  /** Stores a newer head of the same content. Does nothing when the replica has another rev, another root or a higher head. */
  confirmHead(stream: StreamId, rev: number, head: SignedHead): Promise<void>
  /** The server says that it was restored to before `named`: a pin up to it holds no longer. */
  acceptReset(stream: StreamId, named: SignedHead): Promise<void>
  discardStaging(stream: StreamId): Promise<void>
  /**
   * Gives every listed holder on this device a copy of each key that the unlocked employee has, and takes the streams
   * from whoever is not listed: a new generation is sealed first, which she never had the key of. So is one that the
   * unlocked employee has not made herself, because whoever made it has its key. Of streams that she lacks, only copies are deleted. The outbox is not touched. Answers the streams that she has lost.
   */
  shareKeys(held: {
    mine: readonly HeldStream[]
    colleagues: readonly HeldStream[]
  }): Promise<StreamId[]>
  /** Writes pins to the disk; before that they are in memory only. A pin that is lost costs a verification. */
  savePins(): Promise<void>
}
