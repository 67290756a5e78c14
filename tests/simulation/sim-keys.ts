import type { Credential, UnsignedSubject } from '#domain/entries/credential.ts'
import type { KeySet, NamedKey, SignedKeySet } from '#domain/trust/key-set.ts'
import { type StatementSigner, statementBytes } from '#domain/trust/signatures.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { CredentialCheck } from '#server/inbox/check-push.ts'
import { webSignatures } from '#server/inbox/web-signatures.ts'
import type { SealOpener } from '#server/projection/projection-ports.ts'
import {
  type TestCrypto,
  type TestKey,
  type TestSealingKey,
  vouchWith,
} from '../support/test-crypto.ts'

export type RotatedKey = 'signing' | 'credentials' | 'sealing'

/** The server's keys, which lie outside its database: a restored backup does not bring older ones back. */
export type SimKeys = {
  signed(): SignedKeySet
  signer(): StatementSigner
  vouch(subject: UnsignedSubject): Promise<Credential>
  credentials: CredentialCheck
  seals: SealOpener
  /** The root is kept: no phone is touched. */
  rotate(kind: RotatedKey): Promise<void>
  /** A new root with new keys: nothing that was signed before is believed, and nothing sealed before opens. */
  loseRoot(): Promise<void>
}

type Held = { root: TestKey; signing: TestKey[]; credentials: TestKey[]; sealing: TestSealingKey[] }

export async function createKeys(
  crypto: TestCrypto,
  now: () => Instant,
  without: 'oldSealingKey' | null,
): Promise<SimKeys> {
  const fresh = async (): Promise<Held> => ({
    root: await crypto.makeKey(),
    signing: [await crypto.makeKey()],
    credentials: [await crypto.makeKey()],
    sealing: [await crypto.makeSealingKey()],
  })
  let version = 1
  let held = await fresh()
  let signed = await signKeySet(held, { version, issuedAt: now() }, crypto)
  const resign = async (): Promise<void> => {
    signed = await signKeySet(held, { version: ++version, issuedAt: now() }, crypto)
  }
  return {
    signed: () => signed,
    signer: () => first(held.signing),
    vouch: (subject) => vouchWith(first(held.credentials), subject),
    credentials: {
      isSignedBy: crypto.check.isSignedBy,
      findServerKey: (keyId, at) => webSignatures(() => signed.keySet).findServerKey(keyId, at),
    },
    seals: {
      get keyIds() {
        return opening().map(({ keyId }) => keyId)
      },
      async open(entry, context) {
        const key = opening().find(({ keyId }) => keyId === entry.header.serverKeyId)
        return key === undefined ? null : key.open(entry, context)
      },
    },
    async rotate(kind) {
      if (kind === 'sealing') held.sealing.unshift(await crypto.makeSealingKey())
      else held[kind].unshift(await crypto.makeKey())
      await resign()
    },
    async loseRoot() {
      held = await fresh()
      await resign()
    },
  }

  function opening(): readonly TestSealingKey[] {
    return without === 'oldSealingKey' ? held.sealing.slice(0, 1) : held.sealing
  }
}

function first<Key>([key]: readonly Key[]): Key {
  if (key === undefined) throw new Error('The server has no such key.')
  return key
}

function names(keys: readonly NamedKey[]): NamedKey[] {
  return keys.map(({ keyId, publicKey }) => ({ keyId, publicKey }))
}

async function signKeySet(
  { root, signing, credentials, sealing }: Held,
  about: { version: number; issuedAt: Instant },
  { hasher }: TestCrypto,
): Promise<SignedKeySet> {
  const keySet: KeySet = {
    kind: 'keySet',
    v: 1,
    municipality: '*',
    world: '*',
    kid: root.keyId,
    ...about,
    signing: names(signing),
    credentials: names(credentials),
    sealing: { real: names(sealing), exercise: names(sealing) },
    revoked: [],
  }
  const signature = await root.sign(statementBytes(keySet, hasher))
  return { keySet, rootKey: root.publicKey, signature }
}
