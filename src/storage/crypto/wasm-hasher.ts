import { createSHA256 } from 'hash-wasm'
import type { Hasher } from '#domain/base/hasher.ts'

/** From this length on the browser hashes, which is several times as fast and beside this thread. */
const longBytes = 32 * 1024

/**
 * Makes a SHA-256 without a promise for each short text: a first sync hashes ten thousand of them,
 * and the overhead of each WebCrypto call costs more than the hash itself.
 */
export async function wasmHasher(): Promise<Hasher> {
  const sha256 = await createSHA256()
  const encoder = new TextEncoder()
  return {
    utf8: (text) => encoder.encode(text),
    sha256: (bytes) =>
      bytes.length < longBytes
        ? new Uint8Array(sha256.init().update(bytes).digest('binary'))
        : longHash(bytes),
  }
}

async function longHash(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}
