import { base64UrlFromBytes, bytesFromBase64Url } from '../base/base64url.ts'
import type { PublicKey } from './credential.ts'
import type { SealedEntry } from './entry.ts'
import { type Hasher, hexFromBytes } from '../base/hasher.ts'
import { KeyId } from '../base/ids.ts'

/**
 * Everything that is sealed to a public key, on the device and on the server, is HPKE in base mode
 * (RFC 9180), single shot, with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM. A private
 * key that cannot be exported is handed to HPKE with its public half, from which it takes bytes.
 *
 * This is its `info`, as UTF-8: bytes sealed for one use never open as another.
 */
export const sealingInfo = {
  /** Content to the server's key; aad is `contextBytes`. */
  entry: 'beredt/entry/1',
  /** A stream key to an employee's key on one device. */
  streamKey: 'beredt/stream-key/1',
} as const

/** A header's `sealedHash`: SHA-256 over the encapsulated key and then the ciphertext, hexadecimal. */
export async function sealedHash(
  entry: Pick<SealedEntry, 'encapsulatedKey' | 'sealed'>,
  hasher: Hasher,
): Promise<string> {
  const key = bytesFromBase64Url(entry.encapsulatedKey)
  const sealed = bytesFromBase64Url(entry.sealed)
  const both = new Uint8Array(key.length + sealed.length)
  both.set(key)
  both.set(sealed, key.length)
  return hexFromBytes(await hasher.sha256(both))
}

/** RFC 7638: SHA-256 of the required members in order of their names. */
export async function keyIdOf(key: PublicKey, hasher: Hasher): Promise<KeyId> {
  const members = JSON.stringify({ crv: key.crv, kty: key.kty, x: key.x, y: key.y })
  return KeyId.parse(base64UrlFromBytes(await hasher.sha256(hasher.utf8(members))))
}
