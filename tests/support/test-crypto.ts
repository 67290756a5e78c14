import { hash } from 'node:crypto'
import { Base64Url, base64UrlFromBytes } from '#domain/base/base64url.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { Credential, PublicKey, UnsignedSubject } from '#domain/entries/credential.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import { KeyId } from '#domain/base/ids.ts'
import type { CredentialCheck } from '#server/inbox/check-push.ts'
import type { SealOpener } from '#server/projection/projection-ports.ts'

type Bytes = Uint8Array<ArrayBuffer>

export type TestKey = { keyId: KeyId; publicKey: PublicKey; sign(bytes: Bytes): Promise<Base64Url> }

/** Both ends' cryptography: a device's keys and sealing, the server's checks and opening. */
export type TestCrypto = {
  hasher: Hasher
  makeKey(): Promise<TestKey>
  /** The key that entries are sealed to. */
  serverKeyId: KeyId
  seal(text: string, context: Bytes): Promise<{ encapsulatedKey: Base64Url; sealed: Base64Url }>
  vouch(subject: UnsignedSubject): Promise<Credential>
  signatures: CredentialCheck
  seals: SealOpener
}

const encoder = new TextEncoder()

export const fastHasher: Hasher = {
  utf8: (text) => encoder.encode(text),
  sha256: (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer')),
}

/** Keeps the rules and none of the secrets: a signature is a salted hash that names its key. */
export function fakeCrypto(): TestCrypto {
  let made = 0
  const makeKey = (): TestKey => {
    made++
    const name = String(made).padStart(43, '0')
    const publicKey: PublicKey = {
      kty: 'EC',
      crv: 'P-256',
      x: Base64Url.parse(name),
      y: Base64Url.parse(''),
    }
    const sign = (bytes: Bytes) => Promise.resolve(fakeSignature(publicKey, String(made++), bytes))
    return { keyId: KeyId.parse(name), publicKey, sign }
  }
  const server = makeKey()
  return {
    hasher: fastHasher,
    makeKey: () => Promise.resolve(makeKey()),
    serverKeyId: server.keyId,
    seal(text, context) {
      const content = Buffer.from(JSON.stringify([digestOf(context), text])).toString('base64url')
      const encapsulatedKey = Base64Url.parse(`key${made++}`)
      return Promise.resolve({ encapsulatedKey, sealed: Base64Url.parse(content) })
    },
    vouch: (subject) => vouchWith(server, subject),
    signatures: {
      isSignedBy(key, signature, bytes) {
        const salt = signature.split('-')[0] ?? ''
        return Promise.resolve(fakeSignature(key, salt, bytes) === signature)
      },
      findServerKey: (keyId) => Promise.resolve(keyId === server.keyId ? server.publicKey : null),
    },
    seals: {
      keyId: server.keyId,
      open({ sealed }, context) {
        const opened: unknown = JSON.parse(Buffer.from(sealed, 'base64url').toString())
        if (!Array.isArray(opened) || opened[0] !== digestOf(context)) return Promise.resolve(null)
        return Promise.resolve(String(opened[1]))
      },
    },
  }
}

export async function vouchWith(key: TestKey, unsigned: UnsignedSubject): Promise<Credential> {
  const subject = { ...unsigned, v: 1, world: '*', kid: key.keyId } as const
  const signature = await key.sign(encoder.encode(canonicalJson(subject)))
  return { subject, signature }
}

function digestOf(bytes: Bytes): string {
  return hash('sha1', bytes, 'hex')
}

function fakeSignature({ x }: PublicKey, salt: string, bytes: Bytes): Base64Url {
  const digest = Buffer.from(digestOf(bytes), 'hex')
  return Base64Url.parse(`${salt}-${x}${base64UrlFromBytes(digest)}`)
}
