import { createSHA256 } from 'hash-wasm'
import type { Hasher } from '#domain/base/hasher.ts'

/**
 * SHA-256 without a promise for each hash: a first sync hashes ten thousand short texts, and
 * WebCrypto spends most of its time on the way there and back.
 */
export async function wasmHasher(): Promise<Hasher> {
  const sha256 = await createSHA256()
  const encoder = new TextEncoder()
  return {
    utf8: (text) => encoder.encode(text),
    sha256: (bytes) => new Uint8Array(sha256.init().update(bytes).digest('binary')),
  }
}
