import type { KeyId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { KeySet, NamedKey, SignedKeySet } from '#domain/trust/key-set.ts'
import {
  keySetFile,
  keysFolder,
  privateKeyFile,
  readPrivateKey,
  replaceFile,
  rootKeyFile,
  thumbprintOf,
} from './key-files.ts'
import { type ServerKeys, makeKey, openServerKeys, readKeySet, readServerKeys } from './keys.ts'
import { ServerKeysFault } from './server-keys-fault.ts'
import { signKeySet } from './sign-key-set.ts'

/** The keys that a database was used with last; `signed` is null in a database that has not stored their set yet. */
export type KeysClaim = { rootId: KeyId; version: number; signed: SignedKeySet | null }

/**
 * Answers with keys to go on with, for a database whose own are lost. Nothing in the folder is deleted.
 *
 * With the root key still there it signs a further set, which phones take over by themselves. Without it the server gets
 * another root: phones refuse it until each is enrolled anew, and seal what they have for its keys then.
 */
export async function acceptNewKeys(
  dataDir: string,
  claim: KeysClaim,
  now: Instant,
): Promise<ServerKeys> {
  const folder = keysFolder(dataDir)
  const signed = await readKeySet(folder)
  const root = await readPrivateKey(rootKeyFile(folder))
  if (root !== null && (await thumbprintOf(root)) === claim.rootId) {
    const sets = [signed, claim.signed].flatMap((one) => one?.keySet ?? [])
    const [known = null] = sets
      .filter(({ kid }) => kid === claim.rootId)
      .toSorted((a, b) => b.version - a.version)
    const version = Math.max(claim.version, known?.version ?? 0) + 1
    const next = { ...(await withFreshKeys(folder, known)), version, issuedAt: now }
    await replaceFile(keySetFile(folder), await signKeySet(next, root))
  } else if (signed?.keySet.kid === claim.rootId) {
    // The root may lie in a safe: another one would make every phone enrol for nothing.
    throw new ServerKeysFault('rootNeeded', folder)
  }
  return (await readServerKeys(dataDir)) ?? (await openServerKeys(dataDir, now))
}

/**
 * A set with fresh keys in first place. What former ones signed stays good. Of those that entries are sealed to only the ones
 * that are here stay in it: what is sealed to another, its author's phone seals again.
 */
async function withFreshKeys(folder: string, known: KeySet | null) {
  const fresh = async (former: readonly NamedKey[] = []) =>
    [await makeKey(folder), ...former].slice(0, 32)
  const here = async (keys: readonly NamedKey[] = []): Promise<NamedKey[]> => {
    const found = await Promise.all(
      keys.map(({ keyId }) => readPrivateKey(privateKeyFile(folder, keyId))),
    )
    return keys.filter((_, place) => found[place] !== null)
  }
  return {
    signing: await fresh(known?.signing),
    credentials: await fresh(known?.credentials),
    sealing: {
      real: await fresh(await here(known?.sealing.real)),
      exercise: await fresh(await here(known?.sealing.exercise)),
    },
    revoked: known?.revoked ?? [],
  }
}
