import * as z from 'zod/mini'
import type { Hasher } from '#domain/base/hasher.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { type Sealed, aesOpenJson, aesSealJson } from '../crypto/aes.ts'

/** About 100 KB of documents. Fewer would make reading slow, more would make changing one document slow. */
const documentsPerChunk = 100

/** Sealed by the vault itself, and parsed when it was received. */
const Documents = z.custom<StreamDocument[]>((value) => Array.isArray(value))

export function bucketsFor(count: number): number {
  let buckets = 1
  while (buckets * documentsPerChunk < count) buckets *= 2
  return buckets
}

/** True when chunks have become so large or so small that all should be written again. */
export function isUneven(count: number, buckets: number): boolean {
  return bucketsFor(count) > 2 * buckets || 4 * bucketsFor(count) < buckets
}

/** The bucket of a document, from the first bits of sha256(docId). */
export async function bucketOf(docId: string, buckets: number, hasher: Hasher): Promise<number> {
  const hash = await hasher.sha256(hasher.utf8(docId))
  const prefix = new DataView(hash.buffer, hash.byteOffset).getUint32(0)
  return Math.floor(prefix / (2 ** 32 / buckets))
}

/** Spreads a whole stream over its buckets, and includes the empty ones. */
export async function spread(
  documents: Iterable<StreamDocument>,
  buckets: number,
  hasher: Hasher,
): Promise<Map<number, StreamDocument[]>> {
  const chunks = new Map(Array.from({ length: buckets }, (_, at) => [at, newChunk()]))
  for (const document of documents) {
    chunks.get(await bucketOf(document.docId, buckets, hasher))?.push(document)
  }
  return chunks
}

export type ChunkPlace = { stream: StreamId; gen: number; bucket: number }

export function sealChunk(
  key: CryptoKey,
  place: ChunkPlace,
  documents: readonly StreamDocument[],
): Promise<Sealed> {
  return aesSealJson(key, documents, aboutChunk(place))
}

/** Null when it does not open. */
export async function openChunk(
  key: CryptoKey,
  place: ChunkPlace,
  sealed: Sealed,
): Promise<StreamDocument[] | null> {
  const opened = await aesOpenJson(key, sealed, aboutChunk(place))
  return opened === undefined ? null : Documents.parse(opened)
}

export type PagePlace = { stream: StreamId; gen: number; session: string; number: number }

export function sealPage(
  key: CryptoKey,
  place: PagePlace,
  documents: readonly StreamDocument[],
): Promise<Sealed> {
  return aesSealJson(key, documents, aboutPage(place))
}

/** Null when it does not open. */
export async function openPage(
  key: CryptoKey,
  place: PagePlace,
  sealed: Sealed,
): Promise<StreamDocument[] | null> {
  const opened = await aesOpenJson(key, sealed, aboutPage(place))
  return opened === undefined ? null : Documents.parse(opened)
}

function newChunk(): StreamDocument[] {
  return []
}

function aboutChunk({ stream, gen, bucket }: ChunkPlace): string {
  return `beredt/chunk/1/${stream}/${gen}/${bucket}`
}

function aboutPage({ stream, gen, session, number }: PagePlace): string {
  return `beredt/page/1/${stream}/${gen}/${session}/${number}`
}
