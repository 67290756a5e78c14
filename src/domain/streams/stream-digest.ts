import { type Hasher, hexFromBytes } from '../base/hasher.ts'
import type { StreamDocument } from './stream-document.ts'

/** A short fingerprint of a stream: two sides with the same digest have the same documents. */
export type StreamDigest = {
  /** Live documents; tombstones do not count. */
  count: number
  /** Sum modulo 2^128 of the documents' marks, 32 hexadecimal digits. */
  digest: string
}

export const emptyDigest: StreamDigest = { count: 0, digest: '0'.repeat(32) }

/** A document's share of the digest: the first 16 bytes of sha256(docId‖seq‖bodyHash), hexadecimal. */
export async function documentMark(
  document: Pick<StreamDocument, 'docId' | 'seq' | 'bodyHash'>,
  hasher: Hasher,
): Promise<string> {
  const bytes = hasher.utf8(`${document.docId}\n${document.seq}\n${document.bodyHash}`)
  return hexFromBytes((await hasher.sha256(bytes)).subarray(0, 16))
}

export function plusMark(total: StreamDigest, mark: string): StreamDigest {
  return { count: total.count + 1, digest: sumModulo(total.digest, BigInt(`0x${mark}`)) }
}

export function minusMark(total: StreamDigest, mark: string): StreamDigest {
  return { count: total.count - 1, digest: sumModulo(total.digest, -BigInt(`0x${mark}`)) }
}

const modulus = 1n << 128n

function sumModulo(digest: string, change: bigint): string {
  return ((BigInt(`0x${digest}`) + change + modulus) % modulus).toString(16).padStart(32, '0')
}
