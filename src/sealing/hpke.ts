import {
  Aes256Gcm,
  CipherSuite,
  DecapError,
  DeserializeError,
  DhkemP256HkdfSha256,
  HkdfSha256,
  OpenError,
} from '@hpke/core'
import { PublicKey } from '#domain/entries/credential.ts'
import type { sealingInfo } from '#domain/entries/sealing.ts'

/** Bytes sealed to a public key (`domain/sealing.ts`). */
export type HpkeSealed = {
  encapsulatedKey: Uint8Array<ArrayBuffer>
  sealed: Uint8Array<ArrayBuffer>
}

type SealingUse = (typeof sealingInfo)[keyof typeof sealingInfo]

const algorithm = { name: 'ECDH', namedCurve: 'P-256' }
const encoder = new TextEncoder()

function suite(): CipherSuite {
  return new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  })
}

export async function hpkeSeal(
  to: PublicKey,
  use: SealingUse,
  bytes: Uint8Array<ArrayBuffer>,
  about: Uint8Array<ArrayBuffer>,
): Promise<HpkeSealed> {
  const recipientPublicKey = await importRecipientKey(to)
  const info = encoder.encode(use)
  const { enc, ct } = await suite().seal({ recipientPublicKey, info }, bytes, about)
  return { encapsulatedKey: new Uint8Array(enc), sealed: new Uint8Array(ct) }
}

/** Null when it does not open: sealed to another key, for another use or about something else. */
export async function hpkeOpen(
  pair: CryptoKeyPair,
  use: SealingUse,
  from: HpkeSealed,
  about: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const info = encoder.encode(use)
  try {
    const opened = await suite().open(
      { recipientKey: pair, enc: from.encapsulatedKey, info },
      from.sealed,
      about,
    )
    return new Uint8Array(opened)
  } catch (error) {
    // By class, because minification changes the names of the classes.
    const kinds = [OpenError, DecapError, DeserializeError]
    if (kinds.some((kind) => error instanceof kind)) return null
    throw error
  }
}

/** Makes a key pair. The private half is exported once, to be sealed under the employee key. */
export async function newRecipientPair(): Promise<{
  publicKey: PublicKey
  privateBytes: Uint8Array<ArrayBuffer>
}> {
  const pair = await crypto.subtle.generateKey(algorithm, true, ['deriveBits'])
  const privateBytes = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))
  return {
    publicKey: PublicKey.parse(await crypto.subtle.exportKey('jwk', pair.publicKey)),
    privateBytes,
  }
}

/** The public half comes from the private one, so that nobody can put another in its place. */
export async function importRecipientPair(
  privateBytes: Uint8Array<ArrayBuffer>,
): Promise<{ pair: CryptoKeyPair; publicKey: PublicKey }> {
  const uses: KeyUsage[] = ['deriveBits']
  const readable = await crypto.subtle.importKey('pkcs8', privateBytes, algorithm, true, uses)
  const publicKey = PublicKey.parse(await crypto.subtle.exportKey('jwk', readable))
  const privateKey = await crypto.subtle.importKey('pkcs8', privateBytes, algorithm, false, uses)
  return { pair: { publicKey: await importRecipientKey(publicKey), privateKey }, publicKey }
}

export function importRecipientKey(publicKey: PublicKey): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', publicKey, algorithm, true, [])
}
