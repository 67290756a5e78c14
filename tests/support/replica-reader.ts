import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { holdsWhatWasSigned } from '#domain/trust/judge-replica.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import { type SignedHead, isBelow, isHeadOf } from '#domain/trust/stream-head.ts'
import { arePinned, isReset, pinnedChunksOf } from '#domain/trust/stream-pin.ts'
import type { StreamTrust } from '#storage/replica/stream-reading.ts'
import {
  type Reader,
  type ReaderSession,
  loadPin,
  pinChunks,
  pinHead,
  pinOf,
  printsOf,
} from './replica-pins.ts'
import { type ReplicaDisk, type ShownStream, chunkHash } from './replica-disk.ts'

export type ReaderTools = TrustTools & {
  without?: 'headSignature' | 'root' | 'headOrder' | 'chunkCheck' | null
}

export type OpenedReplica = {
  shown: ShownStream
  trust: StreamTrust
  documents: StreamDocument[]
  damagedParts: number
}

/** Null when she has no copy that opens. */
export function findKey(
  { cache }: ReplicaDisk,
  { employee, keyId }: Reader,
  stream: StreamId,
  gen: number,
): string | null {
  const copy = cache.copies.find(
    (one) => one.stream === stream && one.gen === gen && one.employee === employee,
  )
  return copy?.sealedTo === keyId ? copy.key : null
}

export async function isSignedHead(
  session: ReaderSession,
  head: SignedHead,
  stream: StreamId,
  { keySet }: Reader,
  { without, ...tools }: ReaderTools,
): Promise<boolean> {
  if (without === 'headSignature') return true
  // Once per head, as on a phone: a version of the key set is part of what was verified.
  const name = `${stream} ${keySet.kid} ${keySet.version}`
  const names = session.signedHeads.get(head) ?? new Set()
  if (names.has(name)) return true
  const isSigned = await isHeadOf(head, stream, keySet, tools)
  if (isSigned) session.signedHeads.set(head, names.add(name))
  return isSigned
}

/** The highest head that she has pinned or that is shown, and that the server has not overruled. */
export async function highestHead(
  disk: ReplicaDisk,
  session: ReaderSession,
  reader: Reader,
  stream: StreamId,
  tools: ReaderTools,
): Promise<SignedHead | null> {
  const pin = pinOf(disk, session, reader, stream)
  const shown = disk.cache.shown.get(stream)?.replica.head ?? null
  const isCounted =
    shown !== null &&
    !isReset(shown.head, pin) &&
    (pin.head === null || isBelow(pin.head.head, shown.head)) &&
    (await isSignedHead(session, shown, stream, reader, tools))
  return isCounted ? shown : pin.head
}

/** True when she has seen a newer head than the one that is shown. */
export function isOlder(
  disk: ReplicaDisk,
  session: ReaderSession,
  reader: Reader,
  { stream, head }: ShownStream['replica'],
): boolean {
  const pin = pinOf(disk, session, reader, stream)
  return pin.head !== null && isBelow(head.head, pin.head.head)
}

/** Opens what lies there for her, and pins what could be verified. Null when there is nothing that she has a key of. */
export async function openReplica(
  disk: ReplicaDisk,
  session: ReaderSession,
  reader: Reader,
  stream: StreamId,
  tools: ReaderTools,
): Promise<OpenedReplica | null> {
  const shown = disk.cache.shown.get(stream)
  if (shown === undefined) return null
  const { gen, leaves, replica } = shown
  const key = findKey(disk, reader, stream, gen)
  if (key === null) return null
  const buckets = shown.chunks.length
  const { root } = replica.head.head
  const pinned = pinnedChunksOf(pinOf(disk, session, reader, stream), { gen, key, buckets })
  const opened = shown.chunks.flatMap((chunk, bucket) => {
    const isPinned = pinned?.prints[bucket] === chunkHash(chunk)
    return chunk.key === key ? [{ bucket, isPinned, documents: chunk.documents }] : []
  })
  const damagedParts = buckets - opened.length
  const isKnown = pinned?.root === root && opened.every(({ isPinned }) => isPinned)
  const isSigned = await isSignedHead(session, replica.head, stream, reader, tools)
  const isSound =
    tools.without === 'root' ||
    (isSigned &&
      (isKnown || (await holdsWhatWasSigned({ root, leaves, buckets }, opened, tools.hasher))))
  const isBelowPin = isOlder(disk, session, reader, replica) && tools.without !== 'headOrder'
  if (isSound && damagedParts === 0) {
    if (!isKnown) pinChunks(disk, session, reader, shown, { key, prints: printsOf(shown) })
    if (!isBelowPin) pinHead(disk, session, reader, replica)
  }
  if (!isSound || damagedParts > 0) session.unsound.add(shown)
  const trust = isSound ? (isBelowPin ? 'older' : 'verified') : 'unverified'
  const documents = opened.flatMap((chunk) => chunk.documents)
  return { shown, trust, documents, damagedParts }
}

/**
 * What may be changed and shared as it is; null for what is to be built anew. A generation that somebody else has made
 * is opened and verified first.
 */
export async function findSound(
  disk: ReplicaDisk,
  session: ReaderSession,
  reader: Reader,
  stream: StreamId,
  tools: ReaderTools,
): Promise<ShownStream | null> {
  const shown = disk.cache.shown.get(stream)
  if (shown === undefined) return null
  const key = findKey(disk, reader, stream, shown.gen)
  if (key === null) return null
  if (!(await isSignedHead(session, shown.replica.head, stream, reader, tools))) return null
  if (tools.without === 'chunkCheck') return shown
  if (session.unsound.has(shown)) return null
  if (isOlder(disk, session, reader, shown.replica) && tools.without !== 'headOrder') return null
  const about = { gen: shown.gen, key, buckets: shown.chunks.length }
  const pinned = pinnedChunksOf(loadPin(disk, session, reader, stream), about)
  if (arePinned(pinned, shown.replica.head.head.root)) return shown
  const opened = await openReplica(disk, session, reader, stream, tools)
  if (opened?.shown !== shown) return findSound(disk, session, reader, stream, tools)
  return opened.damagedParts === 0 && opened.trust === 'verified' ? shown : null
}
