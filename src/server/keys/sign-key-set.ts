import { type KeySet, SignedKeySet } from '#domain/trust/key-set.ts'
import { statementBytes } from '#domain/trust/signatures.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import { type StoredKey, importServerKey } from './key-files.ts'
import { statementSigner } from './statement-signer.ts'

type Unsigned = Omit<KeySet, 'kind' | 'v' | 'municipality' | 'world' | 'kid'>

/** Signs a key set with the root key. */
export async function signKeySet(unsigned: Unsigned, root: StoredKey): Promise<SignedKeySet> {
  const rootKey = await importServerKey(root, 'sign')
  const about = { kind: 'keySet', v: 1, municipality: '*', world: '*', kid: rootKey.keyId } as const
  const keySet: KeySet = { ...about, ...unsigned }
  const signature = await statementSigner(rootKey).sign(statementBytes(keySet, nodeHasher))
  return SignedKeySet.parse({ keySet, rootKey: rootKey.publicKey, signature })
}
