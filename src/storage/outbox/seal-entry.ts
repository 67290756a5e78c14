import { base64UrlFromBytes } from '#domain/base/base64url.ts'
import type { PublicKey } from '#domain/entries/credential.ts'
import {
  type EntryContext,
  type SealedEntry,
  contextBytes,
  headerBytes,
} from '#domain/entries/entry.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import { sealedHash, sealingInfo } from '#domain/entries/sealing.ts'
import { hpkeSeal } from '#sealing/hpke.ts'
import { sign } from '../crypto/signing-key.ts'

/** Seals content to the server and signs the header: first as the author, then as the device. */
export async function sealEntry(
  content: Uint8Array<ArrayBuffer>,
  context: EntryContext,
  keys: { server: PublicKey; author: CryptoKey; device: CryptoKey },
  hasher: Hasher,
): Promise<SealedEntry> {
  const aad = contextBytes(context, hasher)
  const opaque = await hpkeSeal(keys.server, sealingInfo.entry, content, aad)
  const encapsulatedKey = base64UrlFromBytes(opaque.encapsulatedKey)
  const sealed = base64UrlFromBytes(opaque.sealed)
  const header = { ...context, sealedHash: await sealedHash({ encapsulatedKey, sealed }, hasher) }
  const bytes = headerBytes(header, hasher)
  const [authorSignature, deviceSignature] = await Promise.all([
    sign(keys.author, bytes),
    sign(keys.device, bytes),
  ])
  return { header, encapsulatedKey, sealed, authorSignature, deviceSignature }
}
