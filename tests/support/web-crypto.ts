import { Base64Url, base64UrlFromBytes } from '#domain/base/base64url.ts'
import { PublicKey } from '#domain/entries/credential.ts'
import { keyIdOf } from '#domain/entries/sealing.ts'
import { vouchFor, webSignatures } from '#server/inbox/web-signatures.ts'
import type { ServerKey, ServerKeys } from '#server/keys/keys.ts'
import { sealOpener } from '#server/projection/seal-opener.ts'
import { hpkeSeal } from '#sealing/hpke.ts'
import { type TestCrypto, type TestKey, fastHasher } from './test-crypto.ts'

/** The real keys, signatures and sealing of both ends, with server keys that lie in memory. */
export async function webCrypto(): Promise<TestCrypto> {
  return webCryptoOf({
    sealing: await newServerKey('ECDH', ['deriveBits']),
    certificates: await newServerKey('ECDSA', ['sign', 'verify']),
  })
}

/** The same with the keys of a server that runs. */
export function webCryptoOf({ sealing, certificates }: ServerKeys): TestCrypto {
  return {
    hasher: fastHasher,
    makeKey: newTestKey,
    serverKeyId: sealing.keyId,
    async seal(text, context) {
      const bytes = fastHasher.utf8(text)
      const box = await hpkeSeal(sealing.publicKey, 'beredt/entry/1', bytes, context)
      return {
        encapsulatedKey: base64UrlFromBytes(box.encapsulatedKey),
        sealed: base64UrlFromBytes(box.sealed),
      }
    },
    vouch: (subject) => vouchFor(subject, certificates),
    signatures: webSignatures(certificates),
    seals: sealOpener(sealing),
  }
}

async function newTestKey(): Promise<TestKey> {
  const key = await newServerKey('ECDSA', ['sign', 'verify'])
  return {
    ...key,
    async sign(bytes) {
      const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
      const signature = await crypto.subtle.sign(algorithm, key.privateKey, bytes)
      return Base64Url.parse(Buffer.from(signature).toString('base64url'))
    },
  }
}

async function newServerKey(name: 'ECDH' | 'ECDSA', uses: KeyUsage[]): Promise<ServerKey> {
  const pair = await crypto.subtle.generateKey({ name, namedCurve: 'P-256' }, true, uses)
  const publicKey = PublicKey.parse(await crypto.subtle.exportKey('jwk', pair.publicKey))
  return { keyId: await keyIdOf(publicKey, fastHasher), publicKey, privateKey: pair.privateKey }
}
