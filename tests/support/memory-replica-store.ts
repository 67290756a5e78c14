import { emptyLeaves } from '#domain/streams/stream-root.ts'
import type { Checkpoint } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { checkpointOf, isBelow, newerHead } from '#domain/trust/stream-head.ts'
import { areLeavesOf, haveOwnBodies } from '#domain/trust/judge-replica.ts'
import {
  type StreamPin,
  arePinned,
  findMade,
  mayLayUpon,
  pinnedChunksOf,
  withReset,
} from '#domain/trust/stream-pin.ts'
import type { Replica, ReplicaStore, Staging } from '#storage/replica/replica-store.ts'
import { beginMemoryStaging } from './begin-memory-staging.ts'
import { between } from './between-steps.ts'
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
  joinStored,
  newSession,
  pinChunks,
  pinHead,
  pinOf,
  printsOf,
  savePins,
  setPin,
} from './replica-pins.ts'
import {
  type ReaderTools,
  findKey,
  findSound,
  highestHead,
  isSignedHead,
} from './replica-reader.ts'
import { type SharingOptions, shareMemoryKeys, sharingAblations } from './share-memory-keys.ts'
import {
  type Plan,
  type PlanBase,
  brokenRoot,
  chunksOf,
  isStagedTo,
  leavesOfChunks,
  planOf,
} from './staged-memory.ts'

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
  /** `pin`: what this page knew before. `prints`: of the chunks that it has pinned with this commit. */
  onCommit?: (
    before: Replica | null,
    after: Replica,
    about: { kind: Staging['kind']; pin: StreamPin; prints: readonly (string | null)[] },
  ) => void
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
    without: sharingAblations.find((name) => name === without) ?? null,
  }
  const step = <Value>(work: () => Value | Promise<Value>) => between(pause, work)

  /** The staging, if the reader began it. */
  const usable = (stream: StreamId): StagedStream | null => {
    const staged = disk.cache.staged.get(stream)
    return staged?.employee === reader().employee ? staged : null
  }

  const isAt = (staged: StagedStream, session: string, at: Checkpoint): boolean =>
    isStagedTo(staged, session, at) || without === 'pageCheck'

  /** `broken`: what is staged, or what it changes, is not what it was. Null: something else is shown by now. */
  const planned = async (
    stream: StreamId,
    staged: StagedStream,
  ): Promise<Plan | 'broken' | null> => {
    const { kind, baseRev } = staged.staging
    const trustsChunks = without === 'chunkCheck'
    const context = { hasher, newNonce: newSecret, trustsChunks }
    if (kind === 'build') {
      const { chunks, key, changes } = staged
      const { leaves, count } = await leavesOfChunks(chunks, hasher)
      const all = chunks.flatMap(({ documents }) => documents)
      if (!(await haveOwnBodies(all, hasher))) return 'broken'
      const base = { leaves, count, chunks, key, isPinned: () => true }
      const plan = await planOf(base, changes, context)
      return plan === 'forged' || plan === 'unknown' ? 'broken' : plan
    }
    const shown = disk.cache.shown.get(stream)
    if (shown === undefined) return null
    if (shown.replica.rev !== baseRev && without !== 'pageCheck') return null
    const { gen, leaves, chunks, replica } = shown
    const key = findKey(disk, reader(), stream, gen)
    // She has enrolled anew since the changes were asked for, and opens nothing of what is shown.
    if (key === null) return null
    const pin = pinOf(disk, session, reader(), stream)
    const pinned = pinnedChunksOf(pin, { gen, key, buckets: chunks.length })
    const { count, root } = replica.head.head
    // Another page has pinned another generation: she verifies this one once more before anything is laid upon it.
    if (!trustsChunks && !arePinned(pinned, root)) return null
    // Made by another since this cycle began, or put back to what a former holder can open: the next one gives it a key of her own.
    const isAnybodys = without === 'generationMaker' || without === 'newGeneration'
    const listed = session.listed.get(`${reader().keyId}/${stream}`)
    if (!isAnybodys && !mayLayUpon(findMade(pin, { gen, key }), listed)) return null
    if (!(await areLeavesOf(leaves, root, hasher)) && without !== 'pageCheck') return 'broken'
    const isPinned: PlanBase['isPinned'] = (chunk, bucket) =>
      pinned?.prints[bucket] === chunkHash(chunk)
    const plan = await planOf({ leaves, count, chunks, key, isPinned }, staged.changes, context)
    // She verifies the stream once more before anything is laid upon a chunk that is not the one she has pinned.
    if (plan === 'unknown') setPin(session, reader(), stream, { ...pin, chunks: null })
    if (plan === 'unknown') return null
    return plan === 'forged' ? 'broken' : plan
  }

  const setStaged = (stream: StreamId, staged: StagedStream) =>
    disk.cache.staged.set(stream, staged)

  return {
    listReplicas: () => step(() => [...disk.cache.shown.values()].map(({ replica }) => replica)),
    listStagedStreams: () => step(() => [...disk.cache.staged.keys()]),
    findReplica: (stream) =>
      step(async () => (await findSound(disk, session, reader(), stream, tools))?.replica ?? null),
    findStaging: (stream) =>
      step(async () => {
        const staging = usable(stream)?.staging ?? null
        if (staging === null || staging.newest === null) return staging
        const isSigned = await isSignedHead(session, staging.newest, stream, reader(), tools)
        return isSigned ? staging : { ...staging, newest: null }
      }),
    findHighestHead: (stream) => step(() => highestHead(disk, session, reader(), stream, tools)),
    beginStaging: (staging, holders) =>
      step(() =>
        beginMemoryStaging(staging, holders, {
          disk,
          session,
          reader: reader(),
          sharing,
          pause,
          emptiesShown: without === 'generation',
        }),
      ),
    stageBuckets: ({ stream, session, buckets, from, next, documents, head }) =>
      step(async () => {
        const staged = usable(stream)
        if (staged === null) return 'stale'
        const { staging, key } = staged
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
        const start = checkpointOf(head.head)
        const place = layout === null ? { base: start.seq, at: start } : {}
        const newest = newerHead(staging.newest, head)
        const moved = { ...staging, ...place, layout: { buckets, next }, newest }
        setStaged(stream, { ...staged, staging: moved, chunks: [...staged.chunks, ...chunks] })
        return 'staged'
      }),
    stagePage: ({ stream, session, after, documents, to, head }) =>
      step(() => {
        const staged = usable(stream)
        if (staged === null) return 'stale'
        const { staging } = staged
        const { kind, layout } = staging
        const isWhole = kind === 'delta' || (layout !== null && layout.next === layout.buckets)
        const isExpected = isWhole && staging.session === session && staging.at.seq === after
        if (!isExpected && without !== 'pageCheck') return 'stale'
        setStaged(stream, {
          ...staged,
          staging: { ...staging, at: to, newest: newerHead(staging.newest, head) },
          changes: [...staged.changes, ...documents],
        })
        return 'staged'
      }),
    stagedRoot: ({ stream, session, at }) =>
      step(async () => {
        const staged = usable(stream)
        if (staged === null || !isAt(staged, session, at)) return null
        const plan = await planned(stream, staged)
        if (plan === null || plan === 'broken') return plan && brokenRoot
        return { count: plan.count, root: plan.root }
      }),
    commitStaging: async ({ stream, session: of, head }) => {
      await pause()
      const { cache } = disk
      const onDisk = cache.staged.get(stream)
      const staged = usable(stream)
      const shown = cache.shown.get(stream)
      if (staged === null || !isAt(staged, of, checkpointOf(head.head))) return 'lost'
      const plan = await planned(stream, staged)
      if (plan === null || plan === 'broken') return 'lost'
      if (plan.root !== head.head.root || plan.count !== head.head.count) return 'lost'
      if (!(await isSignedHead(session, head, stream, reader(), tools))) return 'lost'
      const before = pinOf(disk, session, reader(), stream)
      joinStored(disk, session, reader(), stream)
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
      const next: ShownStream = { replica, gen: staged.gen, leaves, chunks }
      const key = kind === 'build' ? staged.key : findKey(disk, reader(), stream, staged.gen)
      if (key === null) return 'lost'
      const about = { gen: staged.gen, key, buckets: chunks.length }
      const known = pinnedChunksOf(before, about)?.prints ?? []
      if (without === 'atomicCommit' && shown !== undefined) {
        cache.shown.set(stream, { ...shown, replica, leaves: emptyLeaves() })
        cache.staged.delete(stream)
        for (let steps = 0; steps < 4; steps++) await pause()
      }
      cache.shown.set(stream, next)
      cache.staged.delete(stream)
      cache.copies = cache.copies.filter((copy) => copy.stream !== stream || copy.gen === next.gen)
      // What stays as it was is pinned as it was; what this page has sealed is verified.
      const prints = printsOf(next).map((print, bucket) =>
        kind === 'build' || plan.touched.has(bucket) ? print : (known[bucket] ?? null),
      )
      pinChunks(disk, session, reader(), next, { key, prints })
      pinHead(disk, session, reader(), replica)
      options.onCommit?.(shown?.replica ?? null, replica, { kind, pin: before, prints })
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
        if (isBelow(head.head, replica.head.head)) return
        const next = { ...shown, replica: { ...replica, head } }
        disk.cache.shown.set(stream, next)
        pinHead(disk, session, reader(), next.replica)
      }),
    acceptReset: (stream, named) =>
      step(() => {
        const pin = pinOf(disk, session, reader(), stream)
        setPin(session, reader(), stream, withReset(pin, named))
      }),
    discardStaging: (stream) =>
      step(() => {
        const { cache } = disk
        cache.staged.delete(stream)
        const gen = cache.shown.get(stream)?.gen
        cache.copies = cache.copies.filter((copy) => copy.stream !== stream || copy.gen === gen)
      }),
    shareKeys: (held) => step(() => shareMemoryKeys(disk, session, reader(), held, sharing)),
    savePins: () => step(() => savePins(disk, session, reader())),
  }
}
