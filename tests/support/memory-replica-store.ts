import { emptyLeaves } from '#domain/streams/stream-root.ts'
import type { Checkpoint } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { checkpointOf, isBelow } from '#domain/trust/stream-head.ts'
import { higherHead } from '#domain/trust/stream-pin.ts'
import type { Replica, ReplicaStore, Staging } from '#storage/replica/replica-store.ts'
import {
  type KeyCopy,
  type ReplicaDisk,
  type ShownStream,
  type StagedStream,
  chunkHash,
} from './replica-disk.ts'
import {
  type Reader,
  type ReaderSession,
  keep,
  keptOf,
  newSession,
  pinCommit,
  savePins,
} from './replica-pins.ts'
import { type ReaderTools, findKey, highestHead, isSignedHead } from './replica-reader.ts'
import { type SharingOptions, copiesFor, shareMemoryKeys } from './share-memory-keys.ts'
import { type Plan, chunksOf, leavesOfChunks, planOf } from './staged-memory.ts'

/** Mechanisms that the simulation leaves out to see them missed. */
export type ReplicaAblation =
  | 'pageCheck'
  | 'atomicCommit'
  | 'generation'
  | NonNullable<ReaderTools['without']>
  | NonNullable<SharingOptions['without']>

export type ReplicaOptions = {
  tools: ReaderTools
  /** The employee who is unlocked. */
  reader(): Reader
  newSecret(): string
  session?: ReaderSession
  /** Before and after every step: here others come in between, or the app dies. */
  pause?: () => Promise<void>
  onCommit?: (before: Replica | null, after: Replica, kind: Staging['kind']) => void
  onSealed?: (copies: readonly KeyCopy[]) => void
  without?: ReplicaAblation | null
}

/** The streams of one device in memory, for the employee who is unlocked. */
export function memoryReplicaStore(disk: ReplicaDisk, options: ReplicaOptions): ReplicaStore {
  const { reader, newSecret, without = null } = options
  const session = options.session ?? newSession()
  const { tools } = options
  const { hasher } = tools
  const pause = options.pause ?? (() => Promise.resolve())
  const sharing: SharingOptions = {
    tools,
    newSecret,
    ...(options.onSealed === undefined ? {} : { onSealed: options.onSealed }),
    without:
      without === 'listedHolders' || without === 'certifiedKey' || without === 'newGeneration'
        ? without
        : null,
  }
  const step = async <Value>(work: () => Value | Promise<Value>): Promise<Value> => {
    await pause()
    const value = await work()
    await pause()
    return value
  }

  /** The staging, if the reader can open it. */
  const usable = (stream: StreamId): (StagedStream & { key: string }) | null => {
    const staged = disk.cache.staged.get(stream)
    if (staged === undefined) return null
    const key = findKey(disk, reader(), stream, staged.gen)
    return key === null || staged.chunks.some((chunk) => chunk.key !== key)
      ? null
      : { ...staged, key }
  }

  const isAt = ({ staging }: StagedStream, session: string, at: Checkpoint): boolean => {
    const isWhole = staging.layout === null || staging.layout.next === staging.layout.buckets
    const isHere = staging.at.seq === at.seq && staging.at.chain16 === at.chain16
    return (isWhole && isHere && staging.session === session) || without === 'pageCheck'
  }

  const planned = async (
    stream: StreamId,
    staged: StagedStream & { key: string },
  ): Promise<Plan | null> => {
    const { kind, baseRev } = staged.staging
    const trustsChunks = without === 'chunkCheck'
    const context = { hasher, newNonce: newSecret, trustsChunks }
    if (kind === 'build') {
      const { chunks, key, changes } = staged
      const { leaves, count } = await leavesOfChunks(chunks, hasher)
      const base = { leaves, count, chunks, key, isPinned: () => false }
      const all = chunks.flatMap(({ documents }) => documents)
      const first = await planOf({ ...base, isPinned: () => true }, all, context)
      if (first === 'forged') return null
      const plan = await planOf(base, changes, context)
      return plan === 'forged' ? null : plan
    }
    const shown = disk.cache.shown.get(stream)
    if (shown === undefined) return null
    if (shown.replica.rev !== baseRev && without !== 'pageCheck') return null
    const { pin } = keptOf(disk, session, reader(), stream)
    const plan = await planOf(
      {
        leaves: shown.leaves,
        count: shown.replica.head.head.count,
        chunks: shown.chunks,
        key: staged.key,
        isPinned: (chunk, bucket) =>
          pin?.generation === shown.gen && pin.chunks.get(bucket) === chunkHash(chunk),
      },
      staged.changes,
      context,
    )
    if (plan !== 'forged') return plan
    // It cannot be changed, so it is built anew.
    session.unverified.add(shown)
    return null
  }

  const setStaged = (stream: StreamId, staged: StagedStream): void => {
    disk.cache.staged.set(stream, staged)
  }

  return {
    listReplicas: () => step(() => [...disk.cache.shown.values()].map(({ replica }) => replica)),
    listStagedStreams: () => step(() => [...disk.cache.staged.keys()]),
    findReplica: (stream) =>
      step(async () => {
        const shown = disk.cache.shown.get(stream)
        if (shown === undefined || session.unverified.has(shown)) return null
        const key = findKey(disk, reader(), stream, shown.gen)
        if (key === null || shown.chunks.some((chunk) => chunk.key !== key)) return null
        const isSigned = await isSignedHead(session, shown.replica.head, stream, reader(), tools)
        return isSigned ? shown.replica : null
      }),
    findStaging: (stream) => step(() => usable(stream)?.staging ?? null),
    findHighestHead: (stream) => step(() => highestHead(disk, session, reader(), stream, tools)),
    beginStaging: (staging, holders) =>
      step(async () => {
        const { stream } = staging
        const { cache } = disk
        const before = cache.staged.get(stream)
        const shown = cache.shown.get(stream)
        if (staging.kind === 'delta') {
          if (shown === undefined) return
          setStaged(stream, { staging, gen: shown.gen, chunks: [], changes: [] })
        } else {
          const about = { stream, gen: newSecret(), key: newSecret() }
          const copies = await copiesFor(disk, reader(), holders, about, sharing)
          cache.copies = [...cache.copies, ...copies]
          options.onSealed?.(copies)
          setStaged(stream, { staging, gen: about.gen, chunks: [], changes: [] })
          if (without === 'generation' && shown !== undefined) {
            const chunks = shown.chunks.map((chunk) => ({ ...chunk, documents: [] }))
            cache.shown.set(stream, { ...shown, chunks })
          }
        }
        if (before !== undefined && before.gen !== cache.shown.get(stream)?.gen) {
          cache.copies = cache.copies.filter(
            (copy) => copy.stream !== stream || copy.gen !== before.gen,
          )
        }
      }),
    stageBuckets: ({ stream, session, buckets, from, next, documents, start }) =>
      step(async () => {
        const staged = usable(stream)
        if (staged === null) return 'stale'
        const { staging, key, ...kept } = staged
        const { layout } = staging
        const isExpected =
          staging.kind === 'build' &&
          staging.session === session &&
          from === (layout?.next ?? 0) &&
          buckets === (layout?.buckets ?? buckets)
        if (!isExpected) return 'stale'
        const chunks = await chunksOf(
          documents,
          { buckets, from, next, key },
          { hasher, newNonce: newSecret },
        )
        if (disk.cache.staged.get(stream)?.staging !== staging) return 'stale'
        const place = layout === null ? { base: start.seq, at: start } : {}
        const moved = { ...staging, ...place, layout: { buckets, next } }
        setStaged(stream, { ...kept, staging: moved, chunks: [...kept.chunks, ...chunks] })
        return 'staged'
      }),
    stagePage: ({ stream, session, after, documents, to }) =>
      step(() => {
        const staged = usable(stream)
        if (staged === null) return 'stale'
        const { staging, key: _, ...kept } = staged
        const { kind, layout } = staging
        const isWhole = kind === 'delta' || (layout !== null && layout.next === layout.buckets)
        const isExpected = isWhole && staging.session === session && staging.at.seq === after
        if (!isExpected && without !== 'pageCheck') return 'stale'
        setStaged(stream, {
          ...kept,
          staging: { ...staging, at: to },
          changes: [...kept.changes, ...documents],
        })
        return 'staged'
      }),
    stagedRoot: ({ stream, session, at }) =>
      step(async () => {
        const staged = usable(stream)
        if (staged === null || !isAt(staged, session, at)) return null
        const plan = await planned(stream, staged)
        return plan === null ? null : { count: plan.count, root: plan.root }
      }),
    commitStaging: async ({ stream, session: of, head }) => {
      await pause()
      const { cache } = disk
      const onDisk = cache.staged.get(stream)
      const staged = usable(stream)
      const shown = cache.shown.get(stream)
      if (staged === null || !isAt(staged, of, checkpointOf(head.head))) return 'lost'
      const plan = await planned(stream, staged)
      if (plan === null || plan.root !== head.head.root || plan.count !== head.head.count) {
        return 'lost'
      }
      const highest = await highestHead(disk, session, reader(), stream, tools)
      const isLower = highest !== null && isBelow(head.head, highest.head)
      if (isLower && without !== 'headOrder') return 'lost'
      // The plan waits for hashes; a real store compares and sets once more in its transaction.
      if (cache.staged.get(stream) !== onDisk || cache.shown.get(stream) !== shown) return 'lost'
      if (disk.cache !== cache) return 'lost'
      const { kind } = staged.staging
      const replica: Replica = {
        stream,
        rev: (shown?.replica.rev ?? 0) + 1,
        generation: (shown?.replica.generation ?? 0) + (kind === 'build' ? 1 : 0),
        head,
      }
      const { leaves, chunks } = plan
      const mustRenew = kind === 'delta' && shown !== undefined && shown.mustRenew
      const next: ShownStream = { replica, gen: staged.gen, leaves, chunks, mustRenew }
      if (without === 'atomicCommit' && shown !== undefined) {
        cache.shown.set(stream, { ...shown, replica, leaves: emptyLeaves() })
        cache.staged.delete(stream)
        for (let steps = 0; steps < 4; steps++) await pause()
      }
      cache.shown.set(stream, next)
      cache.staged.delete(stream)
      cache.copies = cache.copies.filter((copy) => copy.stream !== stream || copy.gen === next.gen)
      pinCommit(disk, session, reader(), next, kind === 'build' ? null : plan.touched)
      options.onCommit?.(shown?.replica ?? null, replica, kind)
      await pause()
      return 'committed'
    },
    confirmHead: (stream, rev, head) =>
      step(() => {
        const shown = disk.cache.shown.get(stream)
        if (shown === undefined || shown.replica.rev !== rev) return
        const { replica } = shown
        const { root, count } = replica.head.head
        if (root !== head.head.root || count !== head.head.count) return
        if (higherHead(head, replica.head) !== head) return
        const next = { ...shown, replica: { ...replica, head } }
        disk.cache.shown.set(stream, next)
        pinCommit(disk, session, reader(), next, new Set())
      }),
    acceptReset: (stream, named) =>
      step(() => {
        const { pin, reset } = keptOf(disk, session, reader(), stream)
        keep(session, reader(), stream, { pin, reset: higherHead(named, reset) })
      }),
    discardStaging: (stream) =>
      step(() => {
        const { cache } = disk
        cache.staged.delete(stream)
        const gen = cache.shown.get(stream)?.gen
        cache.copies = cache.copies.filter((copy) => copy.stream !== stream || copy.gen === gen)
      }),
    shareKeys: (held) => step(() => shareMemoryKeys(disk, session, reader(), held, sharing)),
    savePins: () => step(() => savePins(disk, session)),
  }
}
