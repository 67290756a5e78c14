import type { KeyId } from '#domain/base/ids.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { KeySet, NamedKey, SignedKeySet } from '#domain/trust/key-set.ts'
import {
  type StoredKey,
  keySetFile,
  keysFolder,
  readPrivateKey,
  replaceFile,
  rootKeyFile,
  thumbprintOf,
} from './key-files.ts'
import { makeKey, readKeySet } from './keys.ts'
import { signKeySet } from './sign-key-set.ts'

export type KeyPurpose = 'signing' | 'credentials' | 'sealing'

export type Rotation = {
  purpose: KeyPurpose
  /** What this key signed since the moment is not believed any more. */
  revoke: { keyId: KeyId; since: Instant } | null
}

export type RotationRefusal =
  /** The root key was taken off this machine, and has to be put back for the rotation. */
  | { kind: 'noRootKey'; file: string }
  /** The root key in the folder is another one than the phones know. */
  | { kind: 'otherRootKey'; file: string }
  /** There are no keys yet: the server makes them at its first start. */
  | { kind: 'noKeys' }
  /** The key to revoke is in no list of the key set. */
  | { kind: 'unknownKey' }
  /** The key to revoke stays in use, because another purpose is rotated. */
  | { kind: 'stillInUse' }
  /** There is no room for a further key. */
  | { kind: 'tooMany' }

/** Puts new keys for a purpose into use. Older ones stay in the set: what they signed or sealed is still good. */
export async function rotateKeys(
  dataDir: string,
  { purpose, revoke }: Rotation,
  now: Instant,
): Promise<Result<SignedKeySet, RotationRefusal>> {
  const folder = keysFolder(dataDir)
  const signed = await readKeySet(folder)
  if (signed === null) return refused({ kind: 'noKeys' })
  const root = await findRoot(folder, signed)
  if (!root.ok) return root
  const { keySet } = signed
  if (revoke !== null && !allKeys(keySet).some(({ keyId }) => keyId === revoke.keyId)) {
    return refused({ kind: 'unknownKey' })
  }
  const lists = listsOf(keySet, purpose)
  if (lists.some(({ length }) => length >= 32) || keySet.revoked.length >= 64) {
    return refused({ kind: 'tooMany' })
  }
  const isReplaced = (id: KeyId) => lists.some(([first]) => first?.keyId === id)
  if (revoke !== null && inUse(keySet).has(revoke.keyId) && !isReplaced(revoke.keyId)) {
    return refused({ kind: 'stillInUse' })
  }
  const { signing, credentials, sealing } = await withNewKeys(folder, keySet, purpose)
  const version = keySet.version + 1
  const revoked = revoke === null ? keySet.revoked : [...keySet.revoked, revoke]
  const next = { version, issuedAt: now, signing, credentials, sealing, revoked }
  const result = await signKeySet(next, root.value)
  await replaceFile(keySetFile(folder), result)
  return accepted(result)
}

async function findRoot(
  folder: string,
  { keySet }: SignedKeySet,
): Promise<Result<StoredKey, RotationRefusal>> {
  const file = rootKeyFile(folder)
  const root = await readPrivateKey(file)
  if (root === null) return refused({ kind: 'noRootKey', file })
  const isKnown = (await thumbprintOf(root)) === keySet.kid
  return isKnown ? accepted(root) : refused({ kind: 'otherRootKey', file })
}

function allKeys({ signing, credentials, sealing }: KeySet): NamedKey[] {
  return [...signing, ...credentials, ...sealing.real, ...sealing.exercise]
}

function inUse(keySet: KeySet): Set<KeyId> {
  const { signing, credentials, sealing } = keySet
  const firsts = [signing, credentials, sealing.real, sealing.exercise].flatMap(
    ([key]) => key ?? [],
  )
  return new Set(firsts.map(({ keyId }) => keyId))
}

function listsOf({ signing, credentials, sealing }: KeySet, purpose: KeyPurpose): NamedKey[][] {
  switch (purpose) {
    case 'signing':
      return [signing]
    case 'credentials':
      return [credentials]
    case 'sealing':
      return [sealing.real, sealing.exercise]
  }
}

async function withNewKeys(
  folder: string,
  { signing, credentials, sealing }: KeySet,
  purpose: KeyPurpose,
): Promise<Pick<KeySet, 'signing' | 'credentials' | 'sealing'>> {
  switch (purpose) {
    case 'signing':
      return { signing: [await makeKey(folder), ...signing], credentials, sealing }
    case 'credentials':
      return { signing, credentials: [await makeKey(folder), ...credentials], sealing }
    case 'sealing': {
      const real = [await makeKey(folder), ...sealing.real]
      const exercise = [await makeKey(folder), ...sealing.exercise]
      return { signing, credentials, sealing: { real, exercise } }
    }
  }
}
