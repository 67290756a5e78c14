import { Base64Url, base64UrlFromBytes } from '#domain/base/base64url.ts'
import { PublicKey } from '#domain/entries/credential.ts'
import { keyIdOf, sealingInfo } from '#domain/entries/sealing.ts'
import { type KeySet, sealingKeyOf } from '#domain/trust/key-set.ts'
import { vouchFor, webSignatures } from '#server/inbox/web-signatures.ts'
import type { ServerKey } from '#server/keys/key-files.ts'
import type { ServerKeys } from '#server/keys/keys.ts'
import { newStoredKey } from '#server/keys/key-files.ts'
import { signKeySet } from '#server/keys/sign-key-set.ts'
import { sealOpener } from '#server/projection/seal-opener.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { hpkeSeal } from '#sealing/hpke.ts'
import { noon } from './a-patient.ts'
import { type TestCrypto, type TestKey, type TestSealingKey, fastHasher } from './test-crypto.ts'

/** The real keys, signatures and sealing of both ends, with server keys that lie in memory. */
export async function webCrypto(): Promise<TestCrypto> {
  return webCryptoOf(await newServerKeys())
}

/** Those that phones know of. */
export type MemoryKeys = Omit<ServerKeys, 'deviceMarks'>

/** A server's keys in memory. */
export async function newServerKeys(): Promise<MemoryKeys> {
  const signing = await newServerKey('ECDSA', ['sign', 'verify'])
  const credentials = await newServerKey('ECDSA', ['sign', 'verify'])
  const sealing = await newServerKey('ECDH', ['deriveBits'])
  const named = [signing, credentials, sealing].map(({ keyId, publicKey }) => ({
    keyId,
    publicKey,
  }))
  const lists = {
    signing: named.slice(0, 1),
    credentials: named.slice(1, 2),
    sealing: { real: named.slice(2), exercise: named.slice(2) },
  }
  const set = { version: 1, issuedAt: noon, ...lists, revoked: [] }
  const signed = await signKeySet(set, await newStoredKey())
  return { signed, signing, credentials, sealing: [sealing] }
}

/** The same with the keys of a server that runs. */
export function webCryptoOf({ signed, credentials, sealing }: MemoryKeys): TestCrypto {
  const keySet: KeySet = signed.keySet
  const current = sealingKeyOf(keySet, 'real')
  return {
    hasher: fastHasher,
    check: webSignatureCheck,
    makeKey: newTestKey,
    makeSealingKey: newTestSealingKey,
    sealTo,
    serverKeyId: current.keyId,
    seal: (text, context) => sealTo(current, text, context),
    vouch: (subject) => vouchFor(subject, credentials),
    signatures: webSignatures(() => keySet),
    seals: sealOpener(() => sealing),
  }
}

const sealTo: TestCrypto['sealTo'] = async ({ publicKey }, text, context) => {
  const box = await hpkeSeal(publicKey, sealingInfo.entry, fastHasher.utf8(text), context)
  return {
    encapsulatedKey: base64UrlFromBytes(box.encapsulatedKey),
    sealed: base64UrlFromBytes(box.sealed),
  }
}

async function newTestSealingKey(): Promise<TestSealingKey> {
  const key = await newServerKey('ECDH', ['deriveBits'])
  const { keyId, publicKey } = key
  return { keyId, publicKey, open: sealOpener(() => [key]).open }
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
