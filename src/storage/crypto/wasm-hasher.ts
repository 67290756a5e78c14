import { createSHA256 } from 'hash-wasm'
import type { Hasher } from '#domain/base/hasher.ts'

/**
 * Makes a SHA-256 without a promise for each hash: a first sync hashes ten thousand short texts,
 * and the overhead of each WebCrypto call costs more than the hash itself.
 */
export async function wasmHasher(): Promise<Hasher> {
  const sha256 = await createSHA256()
  const encoder = new TextEncoder()
  return {
    utf8: (text) => encoder.encode(text),
    sha256: (bytes) => new Uint8Array(sha256.init().update(bytes).digest('binary')),
  }
}
