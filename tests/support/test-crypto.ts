import { hash } from 'node:crypto'
import { Base64Url } from '#domain/base/base64url.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { Credential, PublicKey, UnsignedSubject } from '#domain/entries/credential.ts'
import type { SealedEntry } from '#domain/entries/entry.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import { KeyId } from '#domain/base/ids.ts'
import type { NamedKey } from '#domain/trust/key-set.ts'
import type { SignatureCheck } from '#domain/trust/signatures.ts'
import type { CredentialCheck } from '#server/inbox/check-push.ts'
import type { SealOpener } from '#server/projection/projection-ports.ts'

type Bytes = Uint8Array<ArrayBuffer>

export type TestKey = NamedKey & { sign(bytes: Bytes): Promise<Base64Url> }

/** Opens what was sealed to it; null when it does not open. */
export type TestSealingKey = NamedKey & {
  open(entry: SealedEntry, context: Bytes): Promise<string | null>
}

type SealedText = { encapsulatedKey: Base64Url; sealed: Base64Url }

/** Both ends' cryptography: a device's keys and sealing, the server's checks and opening. */
export type TestCrypto = {
  hasher: Hasher
  check: SignatureCheck
  makeKey(): Promise<TestKey>
  makeSealingKey(): Promise<TestSealingKey>
  sealTo(key: NamedKey, text: string, context: Bytes): Promise<SealedText>
  /** The key that entries are sealed to. */
  serverKeyId: KeyId
  seal(text: string, context: Bytes): Promise<SealedText>
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
  const name = (): NamedKey => {
    const x = Base64Url.parse(String(++made).padStart(43, '0'))
    const publicKey: PublicKey = { kty: 'EC', crv: 'P-256', x, y: Base64Url.parse('') }
    return { keyId: fakeKeyId(publicKey), publicKey }
  }
  const makeKey = (): TestKey => {
    const { keyId, publicKey } = name()
    const sign = (bytes: Bytes) => Promise.resolve(fakeSignature(publicKey, String(made++), bytes))
    return { keyId, publicKey, sign }
  }
  const makeSealingKey = (): TestSealingKey => {
    const named = name()
    return {
      ...named,
      open({ sealed }, context) {
        const [keyId, digest, text]: unknown[] = JSON.parse(
          Buffer.from(sealed, 'base64url').toString(),
        )
        const isOpen = keyId === named.keyId && digest === digestOf(context)
        return Promise.resolve(isOpen ? String(text) : null)
      },
    }
  }
  const sealTo: TestCrypto['sealTo'] = ({ keyId }, text, context) => {
    const content = JSON.stringify([keyId, digestOf(context), text])
    return Promise.resolve({
      encapsulatedKey: Base64Url.parse(`key${made++}`),
      sealed: Base64Url.parse(Buffer.from(content).toString('base64url')),
    })
  }
  const check: SignatureCheck = {
    isSignedBy(key, signature, bytes) {
      const salt = signature.split('-')[0] ?? ''
      return Promise.resolve(fakeSignature(key, salt, bytes) === signature)
    },
  }
  const server = makeKey()
  const sealing = makeSealingKey()
  return {
    hasher: fastHasher,
    check,
    makeKey: () => Promise.resolve(makeKey()),
    makeSealingKey: () => Promise.resolve(makeSealingKey()),
    sealTo,
    serverKeyId: sealing.keyId,
    seal: (text, context) => sealTo(sealing, text, context),
    vouch: (subject) => vouchWith(server, subject),
    signatures: {
      isSignedBy: check.isSignedBy,
      findServerKey: (keyId) => Promise.resolve(keyId === server.keyId ? server.publicKey : null),
    },
    seals: { keyIds: [sealing.keyId], open: sealing.open },
  }
}

function fakeKeyId({ crv, kty, x, y }: PublicKey): KeyId {
  return KeyId.parse(hash('sha256', JSON.stringify({ crv, kty, x, y }), 'base64url'))
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
  return Base64Url.parse(`${salt}-${x}${hash('sha1', bytes, 'base64url')}`)
}
