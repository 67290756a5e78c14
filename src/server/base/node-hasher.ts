import { createHash } from 'node:crypto'
import type { Hasher } from '#domain/base/hasher.ts'

const encoder = new TextEncoder()

/** SHA-256 of Node itself, without a promise. */
export const nodeHasher: Hasher = {
  utf8: (text) => encoder.encode(text),
  sha256: (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
}
