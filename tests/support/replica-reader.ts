import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { judgeGeneration } from '#domain/trust/judge-replica.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import { type SignedHead, isHeadOf } from '#domain/trust/stream-head.ts'
import { higherHead, isOverruled } from '#domain/trust/stream-pin.ts'
import type { StreamTrust } from '#storage/replica/stream-reading.ts'
import { type Reader, type ReaderSession, keptOf, pinFor } from './replica-pins.ts'
import { type MemoryChunk, type ReplicaDisk, type ShownStream, chunkHash } from './replica-disk.ts'

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
  gen: string,
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
  const name = `${stream} ${keySet.kid} ${keySet.version} ${JSON.stringify(head)}`
  if (session.signedHeads.has(name)) return true
  const isSigned = await isHeadOf(head, stream, keySet, tools)
  if (isSigned) session.signedHeads.add(name)
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
  const { pin, reset } = keptOf(disk, session, reader, stream)
  const shown = disk.cache.shown.get(stream)?.replica.head ?? null
  const isBelievable = shown !== null && (await isSignedHead(session, shown, stream, reader, tools))
  const heads = [pin?.head ?? null, isBelievable ? shown : null]
  return heads.filter((head) => head !== null && !isOverruled(head, reset)).reduce(higherHead, null)
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
  const { gen: generation, leaves } = shown
  const key = findKey(disk, reader, stream, generation)
  if (key === null) return null
  const chunks = shown.chunks.map((chunk) => openChunk(chunk, key))
  const documents = chunks.flatMap(({ documents }) => documents ?? [])
  const damagedParts = chunks.filter((chunk) => chunk.documents === null).length
  const { head } = shown.replica
  const { pin } = keptOf(disk, session, reader, stream)
  const isSigned = await isSignedHead(session, head, stream, reader, tools)
  const opened = { head, generation, leaves, chunks }
  const trust =
    tools.without === 'root'
      ? 'verified'
      : isSigned
        ? await judgeGeneration(opened, pin, tools.hasher)
        : 'unverified'
  if (trust === 'unverified') session.unverified.add(shown)
  if (trust === 'verified' && damagedParts === 0) {
    const hashes = new Map(chunks.map(({ hash }, bucket) => [bucket, hash]))
    pinFor(disk, session, reader, stream, { head, generation, chunks: hashes })
  }
  return { shown, trust, documents, damagedParts }
}

export function openChunk(
  chunk: MemoryChunk,
  key: string,
): { hash: string; documents: readonly StreamDocument[] | null } {
  return { hash: chunkHash(chunk), documents: chunk.key === key ? chunk.documents : null }
}
