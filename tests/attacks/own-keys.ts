import { type Base64Url, base64UrlFromBytes } from '#domain/base/base64url.ts'
import { PublicKey } from '#domain/entries/credential.ts'
import { keyIdOf } from '#domain/entries/sealing.ts'
import { nodeHasher } from '../support/node-hasher.ts'

const algorithm = { name: 'ECDSA', hash: 'SHA-256' }

/** A signing key that an attacker has made herself. */
export async function newSigner() {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' }
  const pair = await crypto.subtle.generateKey(curve, true, ['sign', 'verify'])
  const publicKey = PublicKey.parse(await crypto.subtle.exportKey('jwk', pair.publicKey))
  return {
    publicKey,
    keyId: await keyIdOf(publicKey, nodeHasher),
    sign: (bytes: Uint8Array<ArrayBuffer>) => signWith(pair.privateKey, bytes),
  }
}

export async function signWith(key: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<Base64Url> {
  return base64UrlFromBytes(new Uint8Array(await crypto.subtle.sign(algorithm, key, bytes)))
}
