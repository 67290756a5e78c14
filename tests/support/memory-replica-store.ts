import type { Hasher } from '#domain/base/hasher.ts'
import { documentMark, emptyDigest, minusMark, plusMark } from '#domain/streams/stream-digest.ts'
import type { StreamDigest } from '#domain/streams/stream-digest.ts'
import type { Checkpoint, StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Replica, ReplicaStore, Staging } from '#storage/replica/replica-store.ts'

type Documents = ReadonlyMap<string, StreamDocument>

/** What outlives the app: all of it is replaced whole, never changed in place. */
export type ReplicaDisk = {
  shown: Map<StreamId, { replica: Replica; documents: Documents }>
  staged: Map<StreamId, { staging: Staging; documents: readonly StreamDocument[] }>
}

export function emptyReplicaDisk(): ReplicaDisk {
  return { shown: new Map(), staged: new Map() }
}

export type ReplicaOptions = {
  hasher: Hasher
  /** Before and after every step: here others come in between, or the app dies. */
  pause?: () => Promise<void>
  onCommit?: (before: Replica | null, after: Replica, kind: Staging['kind']) => void
  /** Mechanisms that the simulation leaves out to see them missed. */
  without?: 'pageCheck' | 'atomicCommit' | 'generation' | null
}

/** The streams of one device in memory. */
export function memoryReplicaStore(disk: ReplicaDisk, options: ReplicaOptions): ReplicaStore {
  const { hasher, without = null } = options
  const pause = options.pause ?? (() => Promise.resolve())
  const step = async <Value>(work: () => Value | Promise<Value>): Promise<Value> => {
    await pause()
    const value = await work()
    await pause()
    return value
  }

  const isAt = (stream: StreamId, session: string, at: Checkpoint): boolean => {
    const staging = disk.staged.get(stream)?.staging
    return without === 'pageCheck' || (staging?.session === session && staging.at.seq === at.seq)
  }

  return {
    listReplicas: () => step(() => [...disk.shown.values()].map(({ replica }) => replica)),
    listStagedStreams: () => step(() => [...disk.staged.keys()]),
    findReplica: (stream) => step(() => disk.shown.get(stream)?.replica ?? null),
    findStaging: (stream) => step(() => disk.staged.get(stream)?.staging ?? null),
    beginStaging: (staging) =>
      step(() => {
        disk.staged.set(staging.stream, { staging, documents: [] })
        const shown = disk.shown.get(staging.stream)
        if (without === 'generation' && staging.kind === 'build' && shown !== undefined) {
          disk.shown.set(staging.stream, { ...shown, documents: new Map() })
        }
      }),
    stagePage: ({ stream, session, after, documents, to }) =>
      step(() => {
        const staged = disk.staged.get(stream)
        if (staged === undefined) return 'stale'
        const { staging } = staged
        const isExpected = staging.session === session && staging.at.seq === after
        if (!isExpected && without !== 'pageCheck') return 'stale'
        disk.staged.set(stream, {
          staging: { ...staging, at: to },
          documents: [...staged.documents, ...documents],
        })
        return 'staged'
      }),
    stagedDigest: ({ stream, session, at }) =>
      step(() => {
        const staged = disk.staged.get(stream)
        if (staged === undefined || !isAt(stream, session, at)) return null
        const { kind, baseRev } = staged.staging
        const shown = kind === 'delta' ? disk.shown.get(stream) : undefined
        const hasMoved = kind === 'delta' && baseRev !== shown?.replica.rev
        if (hasMoved && without !== 'pageCheck') return null
        return digestAfter(shown, staged.documents, hasher)
      }),
    commitStaging: async ({ stream, session, head, verifiedAt }) => {
      await pause()
      const staged = disk.staged.get(stream)
      const shown = disk.shown.get(stream)
      if (staged === undefined || !isAt(stream, session, head)) return 'lost'
      const { kind, baseRev } = staged.staging
      if (kind === 'delta' && baseRev !== shown?.replica.rev && without !== 'pageCheck') {
        return 'lost'
      }
      const before = kind === 'delta' ? shown : undefined
      const digest = await digestAfter(before, staged.documents, hasher)
      // The digest waits for hashes; a real store compares and sets once more in its transaction.
      if (disk.staged.get(stream) !== staged || disk.shown.get(stream) !== shown) return 'lost'
      const replica: Replica = {
        ...digest,
        stream,
        rev: (shown?.replica.rev ?? 0) + 1,
        generation: (shown?.replica.generation ?? 0) + (kind === 'build' ? 1 : 0),
        checkpoint: head,
        verifiedAt,
      }
      if (without === 'atomicCommit' && shown !== undefined) {
        disk.shown.set(stream, { replica, documents: shown.documents })
        disk.staged.delete(stream)
        for (let steps = 0; steps < 4; steps++) await pause()
      }
      disk.shown.set(stream, {
        replica,
        documents: documentsAfter(before?.documents, staged.documents),
      })
      disk.staged.delete(stream)
      options.onCommit?.(shown?.replica ?? null, replica, kind)
      await pause()
      return 'committed'
    },
    markVerified: (stream, rev, verifiedAt) =>
      step(() => {
        const shown = disk.shown.get(stream)
        if (shown === undefined || shown.replica.rev !== rev) return
        disk.shown.set(stream, { ...shown, replica: { ...shown.replica, verifiedAt } })
      }),
    discardStaging: (stream) => step(() => void disk.staged.delete(stream)),
    drop: (stream) =>
      step(() => {
        disk.shown.delete(stream)
        disk.staged.delete(stream)
      }),
  }
}

function documentsAfter(
  before: Documents | undefined,
  staged: readonly StreamDocument[],
): Documents {
  const documents = new Map(before)
  for (const document of staged) {
    if (document.deleted) documents.delete(document.docId)
    else documents.set(document.docId, document)
  }
  return documents
}

async function digestAfter(
  shown: { replica: StreamDigest; documents: Documents } | undefined,
  staged: readonly StreamDocument[],
  hasher: Hasher,
): Promise<StreamDigest> {
  let total: StreamDigest = shown?.replica ?? emptyDigest
  const documents = new Map(shown?.documents)
  for (const document of staged) {
    const before = documents.get(document.docId)
    if (before !== undefined) total = minusMark(total, await documentMark(before, hasher))
    if (document.deleted) documents.delete(document.docId)
    else {
      total = plusMark(total, await documentMark(document, hasher))
      documents.set(document.docId, document)
    }
  }
  return { count: total.count, digest: total.digest }
}
