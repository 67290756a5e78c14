import type { KeyId } from '#domain/base/ids.ts'
import { keysFolder, readPrivateKey, rootKeyFile } from './key-files.ts'
import { readKeySet } from './keys.ts'

/** What an administrator needs to know of the server's keys; null before the first start. */
export type KeysDescription = {
  root: KeyId
  version: number
  /** The end of the address at which phones are enrolled: they pin this root key. */
  fragment: string
  rootKeyHere: boolean
}

export async function describeKeys(dataDir: string): Promise<KeysDescription | null> {
  const folder = keysFolder(dataDir)
  const signed = await readKeySet(folder)
  if (signed === null) return null
  const { kid: root, version } = signed.keySet
  const rootKeyHere = (await readPrivateKey(rootKeyFile(folder))) !== null
  return { root, version, fragment: `#rot=${root}`, rootKeyHere }
}
