import { Base64Url, base64UrlFromBytes, bytesFromBase64Url } from '#domain/base/base64url.ts'
import { PublicKey } from '#domain/entries/credential.ts'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
const es256 = { name: 'ECDSA', hash: 'SHA-256' }

/** Makes the device's own key. It cannot be exported, and it signs while nobody is unlocked. */
export async function newDeviceSigningKey(): Promise<{ key: CryptoKey; publicKey: PublicKey }> {
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  return { key: pair.privateKey, publicKey: await exportPublicKey(pair) }
}

/** Makes an employee's key. The private half is exported once, to be sealed under the employee key. */
export async function newAuthorKey(): Promise<{
  privateBytes: Uint8Array<ArrayBuffer>
  publicKey: PublicKey
}> {
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const privateBytes = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))
  return { privateBytes, publicKey: await exportPublicKey(pair) }
}

export function importAuthorKey(privateBytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', privateBytes, algorithm, false, ['sign'])
}

export async function sign(key: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<Base64Url> {
  return base64UrlFromBytes(new Uint8Array(await crypto.subtle.sign(es256, key, bytes)))
}

/** Signs something and checks it with the public half, to prove that a stored key still works. */
export async function isPair(key: CryptoKey, publicKey: PublicKey): Promise<boolean> {
  const probe = crypto.getRandomValues(new Uint8Array(32))
  const signature = bytesFromBase64Url(await sign(key, probe))
  const verifying = await crypto.subtle.importKey('jwk', publicKey, algorithm, true, ['verify'])
  return crypto.subtle.verify(es256, verifying, signature, probe)
}

async function exportPublicKey(pair: CryptoKeyPair): Promise<PublicKey> {
  return PublicKey.parse(await crypto.subtle.exportKey('jwk', pair.publicKey))
}
