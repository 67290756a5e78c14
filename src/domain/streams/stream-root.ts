import { canonicalJson } from '../base/canonical-json.ts'
import { type Hasher, hexFromBytes } from '../base/hasher.ts'
import type { StreamDocument } from './stream-document.ts'

/**
 * The fingerprint of a stream: SHA-256 over 256 leaves of 32 bytes. Leaf b is SHA-256 over the canonical
 * JSON of `[docId, seq, schema, bodyHash]` of all live documents whose sha256(docId) begins with byte b,
 * sorted by docId; 32 zero bytes when there is none.
 *
 * The schema is part of it: under another name, a readable document would count as one of a newer app and be left out.
 */
export type StreamLeaves = Uint8Array<ArrayBuffer>

export const leafCount = 256
const leafBytes = 32

/** What a leaf says about a document. */
export type DocumentMark = Pick<StreamDocument, 'docId' | 'seq' | 'schema' | 'bodyHash'>

export function emptyLeaves(): StreamLeaves {
  return new Uint8Array(leafCount * leafBytes)
}

/** The leaf that a document belongs to: the first byte of sha256(docId). */
export async function leafOf(docId: string, hasher: Hasher): Promise<number> {
  return (await hasher.sha256(hasher.utf8(docId)))[0] ?? 0
}

/** The leaf's 32 bytes. The documents are all that are live in it, in any order. */
export async function leafHash(
  documents: readonly DocumentMark[],
  hasher: Hasher,
): Promise<Uint8Array<ArrayBuffer>> {
  if (documents.length === 0) return new Uint8Array(leafBytes)
  const marks = documents
    .toSorted((a, b) => (a.docId < b.docId ? -1 : 1))
    .map(({ docId, seq, schema, bodyHash }) => [docId, seq, schema, bodyHash])
  return hasher.sha256(hasher.utf8(canonicalJson(marks)))
}

/** Leaves with some of them replaced. */
export function withLeaves(
  leaves: StreamLeaves,
  changed: ReadonlyMap<number, Uint8Array<ArrayBuffer>>,
): StreamLeaves {
  const next = new Uint8Array(leaves)
  for (const [leaf, bytes] of changed) next.set(bytes, leaf * leafBytes)
  return next
}

/** True when the leaf has this hash; null for the leaf of no documents. */
export function isLeaf(
  leaves: StreamLeaves,
  leaf: number,
  hash: Uint8Array<ArrayBuffer> | null,
): boolean {
  const begin = leaf * leafBytes
  for (let at = 0; at < leafBytes; at++) {
    if (leaves[begin + at] !== (hash?.[at] ?? 0)) return false
  }
  return true
}

/** Spreads documents over their leaves; leaves without documents are left out. */
export async function byLeaf<Document extends { docId: string }>(
  documents: Iterable<Document>,
  hasher: Hasher,
): Promise<Map<number, Document[]>> {
  const found = new Map<number, Document[]>()
  for (const document of documents) {
    const leaf = await leafOf(document.docId, hasher)
    const others = found.get(leaf)
    if (others === undefined) found.set(leaf, [document])
    else others.push(document)
  }
  return found
}

/** The hash of each leaf that has documents. They are all that are live in those leaves. */
export async function leafHashes(
  documents: Iterable<DocumentMark>,
  hasher: Hasher,
): Promise<Map<number, Uint8Array<ArrayBuffer>>> {
  const hashes = new Map<number, Uint8Array<ArrayBuffer>>()
  for (const [leaf, found] of await byLeaf(documents, hasher)) {
    hashes.set(leaf, await leafHash(found, hasher))
  }
  return hashes
}

/** 64 hexadecimal digits. */
export async function rootOf(leaves: StreamLeaves, hasher: Hasher): Promise<string> {
  return hexFromBytes(await hasher.sha256(leaves))
}
