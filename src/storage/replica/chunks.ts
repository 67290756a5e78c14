import { base64UrlFromBytes } from '#domain/base/base64url.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import { StreamDocument } from '#domain/streams/stream-document.ts'
import { bucketOfLeaf } from '#domain/streams/buckets.ts'
import { byLeaf, leafCount, leafHash, leafOf } from '#domain/streams/stream-root.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import * as z from 'zod/mini'
import { type Sealed, aesOpenJson, aesSealJson } from '../crypto/aes.ts'

/** About 50 KB of documents. Fewer would make reading slow, more would make changing one document slow. */
const documentsPerChunk = 50

/** A chunk that she has pinned: parsed when it was received, and the same since. */
const Pinned = z.custom<StreamDocument[]>((value) => Array.isArray(value))
/** Any other chunk, which a stranger may have sealed. */
const Documents = z.array(StreamDocument)

/** At most one for each leaf. */
export function bucketsFor(count: number): number {
  let buckets = 1
  while (buckets * documentsPerChunk < count && buckets < leafCount) buckets *= 2
  return buckets
}

/** True when chunks have become so large or so small that all should be written again. */
export function isUneven(count: number, buckets: number): boolean {
  return bucketsFor(count) > 2 * buckets || 4 * bucketsFor(count) < buckets
}

export async function bucketOf(docId: string, buckets: number, hasher: Hasher): Promise<number> {
  return bucketOfLeaf(await leafOf(docId, hasher), buckets)
}

/** Documents of one bucket, with the hashes of their leaves. */
export type Bucket = {
  documents: StreamDocument[]
  leaves: Map<number, Uint8Array<ArrayBuffer>>
}

/** Spreads documents over buckets, and includes the empty ones from `from` to before `next`. */
export async function spread(
  documents: Iterable<StreamDocument>,
  { buckets, from = 0, next = buckets }: { buckets: number; from?: number; next?: number },
  hasher: Hasher,
): Promise<Map<number, Bucket>> {
  const found = new Map<number, Bucket>()
  for (let at = from; at < next; at++) found.set(at, { documents: [], leaves: new Map() })
  for (const [leaf, inLeaf] of await byLeaf(documents, hasher)) {
    const bucket = found.get(bucketOfLeaf(leaf, buckets))
    if (bucket === undefined) continue
    for (const document of inLeaf) bucket.documents.push(document)
    bucket.leaves.set(leaf, await leafHash(inLeaf, hasher))
  }
  return found
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
): Promise<unknown> {
  return openDocuments(key, sealed, aboutChunk(place))
}

/** The documents of a chunk that opened; null when it did not, or holds something else. */
export function documentsOf(opened: unknown, how: 'pinned' | 'unknown'): StreamDocument[] | null {
  const parsed = how === 'pinned' ? Pinned.safeParse(opened) : Documents.safeParse(opened)
  return parsed.success ? parsed.data : null
}

/** What a sealed chunk is known again by. The key authenticates the iv, and neither can be exchanged alone. */
export async function printOf({ iv, ct }: Sealed): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', ct))
  return `${base64UrlFromBytes(iv)}.${base64UrlFromBytes(hash)}`
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
  return documentsOf(await openDocuments(key, sealed, aboutPage(place)), 'unknown')
}

/** A stranger who has planted a key may seal what is no JSON. */
async function openDocuments(key: CryptoKey, sealed: Sealed, about: string): Promise<unknown> {
  try {
    return await aesOpenJson(key, sealed, about)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function aboutChunk({ stream, gen, bucket }: ChunkPlace): string {
  return `beredt/chunk/1/${stream}/${gen}/${bucket}`
}

function aboutPage({ stream, gen, session, number }: PagePlace): string {
  return `beredt/page/1/${stream}/${gen}/${session}/${number}`
}
