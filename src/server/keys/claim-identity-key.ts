import type { KeyId } from '#domain/base/ids.ts'
import { keysFolder } from './key-files.ts'
import { type IdentityKey, makeIdentityKey, readIdentityKey } from './identity-key.ts'
import { ServerKeysFault } from './server-keys-fault.ts'

export type ClaimedIdentityKey = { key: IdentityKey; isNew: boolean }

/** Answers with the key that this database's patients are known by; `claimed` is null while it has none. */
export async function claimIdentityKey(
  dataDir: string,
  claimed: KeyId | null,
  policy: 'known' | 'acceptNew',
): Promise<ClaimedIdentityKey> {
  const folder = keysFolder(dataDir)
  const found = await readIdentityKey(folder)
  if (found !== null && (claimed === null || found.keyId === claimed)) {
    return { key: found, isNew: false }
  }
  if (claimed !== null && policy === 'known') throw new ServerKeysFault('identityKey', folder)
  return { key: found ?? (await makeIdentityKey(folder)), isNew: claimed !== null }
}
