import type { StreamDocument } from '#domain/streams/stream-document.ts'
import { bucketOfLeaf } from '#domain/streams/buckets.ts'
import {
  type StreamLeaves,
  emptyLeaves,
  leafHashes,
  rootOf,
  withLeaves,
} from '#domain/streams/stream-root.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { areLeavesOf, haveOwnBodies } from '#domain/trust/judge-replica.ts'
import { findMade, mayLayUpon } from '#domain/trust/stream-pin.ts'
import type { ChunkRow, ReplicaRow, StagingRow } from '../databases/cache-database.ts'
import { isBelievedHead } from '../trust/head-trust.ts'
import { findPin } from '../unlocked/pins.ts'
import type { StreamKey } from '../unlocked/unlocked-employee.ts'
import { documentsOf, openChunk, openPage, printOf } from './chunks.ts'
import { isPinned, pinnedOf, unpinChunks } from './open-replica.ts'
import type { ReplicaServices } from './replica-services.ts'
import { isReadyForChanges } from './stage-parts.ts'
import { type StagedPlan, planChanges } from './staged-plan.ts'
import type { StagedChunk, StagedParts } from './staged-parts.ts'
import { findStagingKey } from './staging-keys.ts'

/** A staging, the replica as it was at the same moment, the key of the generation, and what a commit writes. */
export type PlannedCommit = {
  row: StagingRow
  replica: ReplicaRow | null
  key: StreamKey
  plan: StagedPlan
  /** By bucket: the prints of the chunks that stay as they are. */
  prints: readonly (string | null)[]
}

/** Reads a staging's row and the replica that is shown, both at the same moment. */
export function findStagingRow(
  stream: StreamId,
  { cache }: ReplicaServices,
): Promise<{ row: StagingRow; replica: ReplicaRow | null } | null> {
  return cache.run((database) =>
    database.transaction('r', database.stagings, database.replicas, async () => {
      const row = await database.stagings.get(stream)
      if (row === undefined) return null
      return { row, replica: (await database.replicas.get(stream)) ?? null }
    }),
  )
}

/** `broken`: what is staged, or what it changes, is not what it was: sync rebuilds. Null: it is not complete. */
export async function planCommit(
  found: { row: StagingRow; replica: ReplicaRow | null },
  parts: StagedParts,
  services: ReplicaServices,
): Promise<PlannedCommit | 'broken' | null> {
  const me = services.unlocked.get()
  const key = await findStagingKey(me, found.row)
  if (key === null || !isReadyForChanges(found.row)) return null
  const changes = parts.findChanges(me, found.row) ?? (await readChanges(found.row, key, services))
  if (changes === null) return 'broken'
  return found.row.kind === 'build'
    ? planBuild(found, { key, changes, parts }, services)
    : planDelta(found, changes, services)
}

type Changes = readonly StreamDocument[]

async function planBuild(
  { row, replica }: { row: StagingRow; replica: ReplicaRow | null },
  { key, changes, parts }: { key: StreamKey; changes: Changes; parts: StagedParts },
  services: ReplicaServices,
): Promise<PlannedCommit | 'broken' | null> {
  const { hasher } = services.tools
  const buckets = row.layout?.buckets
  if (buckets === undefined) return null
  const me = services.unlocked.get()
  const chunks = parts.findChunks(me, row) ?? (await readStagedChunks(row, key, services))
  if (chunks === null) return 'broken'
  const byBucket = new Map(chunks.map((chunk) => [chunk.bucket, chunk]))
  const leaves = leavesInBuckets(chunks, buckets)
  if (leaves === null) return 'broken'
  const prints = Array.from({ length: buckets }, (_, at) => byBucket.get(at)?.print ?? null)
  const base = {
    count: chunks.reduce((sum, { count }) => sum + count, 0),
    leaves,
    buckets,
    spreadsAnew: false,
    readChunks: (wanted: readonly number[]) =>
      openKnownChunks(wanted, { stream: row.id, gen: row.gen, key, prints }, services),
  }
  const unchanged = { count: base.count, root: await rootOf(leaves, hasher), leaves, buckets }
  const plan =
    changes.length === 0
      ? { ...unchanged, chunks: new Map<number, StreamDocument[]>(), whole: false }
      : await planChanges(base, changes, hasher)
  return plan === null ? 'broken' : { row, replica, key, plan, prints }
}

/** Null when a document lies in another bucket than its own. */
function leavesInBuckets(chunks: readonly StagedChunk[], buckets: number): StreamLeaves | null {
  const hashes = new Map<number, Uint8Array<ArrayBuffer>>()
  for (const { bucket, leaves } of chunks) {
    for (const [leaf, hash] of leaves) {
      if (bucketOfLeaf(leaf, buckets) !== bucket) return null
      hashes.set(leaf, hash)
    }
  }
  return withLeaves(emptyLeaves(), hashes)
}

/**
 * Plans changes to what is shown. All of it was verified and pinned before, by who is unlocked: otherwise a forged
 * document would be sealed anew beside the changed ones, and under a key that a stranger may have.
 */
async function planDelta(
  { row, replica }: { row: StagingRow; replica: ReplicaRow | null },
  changes: Changes,
  services: ReplicaServices,
): Promise<PlannedCommit | 'broken' | null> {
  const { keys, tools, unlocked } = services
  if (replica === null || row.baseRev !== replica.rev) return null
  const me = unlocked.get()
  const { id: stream, gen, buckets, leaves, head } = replica
  const key = await keys.find(me, { stream, gen })
  // She has enrolled anew since the changes were asked for, and opens nothing of what is shown.
  if (key === null) return null
  if (!(await isBelievedHead(me, head, stream, tools))) return 'broken'
  // Another tab has pinned another generation since: she verifies this one once more before anything is laid upon it.
  const pinned = pinnedOf(me, replica, key)
  if (pinned === null || !isPinned(me, replica, key)) return null
  // Made by another since this cycle began, or put back to what a former holder can open: the next one gives it a key of her own.
  const made = findMade(findPin(me.pins, stream), { gen, key: key.print })
  if (!mayLayUpon(made, me.pins.listed.get(stream))) return null
  if (!(await areLeavesOf(leaves, head.head.root, tools.hasher))) return 'broken'
  const base = {
    count: head.head.count,
    leaves,
    buckets,
    spreadsAnew: true,
    readChunks: (wanted: readonly number[]) =>
      openKnownChunks(wanted, { stream, gen, key, prints: pinned.prints }, services),
  }
  const plan = await planChanges(base, changes, tools.hasher)
  if (plan !== null) return { row, replica, key, plan, prints: pinned.prints }
  // A chunk is another one than she has pinned: she verifies the stream once more before anything is laid upon it. The app
  // may have ended before her pins of it were stored, and their root alone does not tell when a change left it as it was.
  unpinChunks(me, stream)
  return null
}

type KnownChunks = {
  stream: StreamId
  gen: number
  key: StreamKey
  /** By bucket: the print of the chunk that was verified. */
  prints: readonly (string | null)[]
}

/** Null when one of them is gone, or is another one than was verified. */
async function openKnownChunks(
  buckets: readonly number[],
  known: KnownChunks,
  { cache }: ReplicaServices,
): Promise<Map<number, StreamDocument[]> | null> {
  const { stream, gen } = known
  const rows = await cache.run((database) =>
    database.chunks.bulkGet(buckets.map((bucket) => [stream, gen, bucket])),
  )
  const opened = await Promise.all(rows.map((chunk) => openKnown(chunk, known)))
  const found = new Map<number, StreamDocument[]>()
  for (const [at, bucket] of buckets.entries()) {
    const documents = opened[at] ?? null
    if (documents === null) return null
    found.set(bucket, documents)
  }
  return found
}

async function openKnown(
  chunk: ChunkRow | undefined,
  { key: { key }, prints }: KnownChunks,
): Promise<StreamDocument[] | null> {
  if (chunk === undefined || (await printOf(chunk.sealed)) !== prints[chunk.bucket]) return null
  return documentsOf(await openChunk(key, chunk, chunk.sealed), 'pinned')
}

/** Null when a page is missing, does not open, or holds another body than its hash says. */
async function readChanges(
  { id: stream, gen, session, pages }: StagingRow,
  { key }: StreamKey,
  { cache, tools }: ReplicaServices,
): Promise<StreamDocument[] | null> {
  const rows = await cache.run((database) => database.pages.where({ stream }).sortBy('number'))
  const opened = await Promise.all(
    rows.map(({ number, sealed }) => openPage(key, { stream, gen, session, number }, sealed)),
  )
  const whole = opened.filter((documents) => documents !== null)
  if (rows.length !== pages || whole.length !== pages) return null
  const documents = whole.flat()
  const live = documents.filter(({ deleted }) => !deleted)
  return (await haveOwnBodies(live, tools.hasher)) ? documents : null
}

/** Null when a staged chunk is missing, does not open, or holds another body than its hash says. */
async function readStagedChunks(
  { id: stream, gen, layout }: StagingRow,
  { key }: StreamKey,
  { cache, tools }: ReplicaServices,
): Promise<StagedChunk[] | null> {
  const rows = await cache.run((database) =>
    database.chunks.where('[stream+gen]').equals([stream, gen]).toArray(),
  )
  if (rows.length !== layout?.buckets) return null
  const chunks = await Promise.all(
    rows.map(async (row) => {
      const [plain, print] = await Promise.all([
        openChunk(key, row, row.sealed),
        printOf(row.sealed),
      ])
      return { bucket: row.bucket, documents: documentsOf(plain, 'unknown'), print }
    }),
  )
  const opened: StagedChunk[] = []
  for (const { bucket, documents, print } of chunks) {
    if (documents === null || !(await haveOwnBodies(documents, tools.hasher))) return null
    const leaves = await leafHashes(documents, tools.hasher)
    opened.push({ bucket, count: documents.length, print, leaves })
  }
  return opened
}
