import * as z from 'zod/mini'
import { Base64Url } from '../base/base64url.ts'
import { KeyId } from '../base/ids.ts'
import type { World } from '../base/world.ts'
import { PublicKey } from '../entries/credential.ts'
import { keyIdOf } from '../entries/sealing.ts'
import { Instant } from '../time/instant.ts'
import { type TrustTools, statementBytes } from './signatures.ts'

/** A public key of the server, and its thumbprint. */
export const NamedKey = z.object({ keyId: KeyId, publicKey: PublicKey })
export type NamedKey = z.infer<typeof NamedKey>

/** The key in use, then older ones: what they signed is still verified, and what is sealed to them is still opened. */
const KeysInOrder = z.array(NamedKey).check(z.minLength(1), z.maxLength(32))

/**
 * All keys of the server that a device needs to know. The root key signs it, and a device accepts only a
 * higher version. It serves every municipality and both worlds of the server.
 */
export const KeySet = z.object({
  kind: z.literal('keySet'),
  v: z.literal(1),
  municipality: z.literal('*'),
  world: z.literal('*'),
  /** Thumbprint of the root key. */
  kid: KeyId,
  version: z.int().check(z.positive()),
  issuedAt: Instant,
  /** Sign stream heads and answers. */
  signing: KeysInOrder,
  /** Sign credentials. */
  credentials: KeysInOrder,
  /** Entries are sealed to the first of their world (HPKE). */
  sealing: z.object({ real: KeysInOrder, exercise: KeysInOrder }),
  /** What these keys signed since the moment is not believed. */
  revoked: z.array(z.object({ keyId: KeyId, since: Instant })).check(z.maxLength(64)),
})
export type KeySet = z.infer<typeof KeySet>

/** A key set with the root key that signed it, so that whoever knows the root's thumbprint can verify it offline. */
export const SignedKeySet = z.object({ keySet: KeySet, rootKey: PublicKey, signature: Base64Url })
export type SignedKeySet = z.infer<typeof SignedKeySet>

/** True when the key with the thumbprint `root` signed the key set, and each of its keys has the thumbprint it is named by. */
export async function isKeySetOf(
  { keySet, rootKey, signature }: SignedKeySet,
  root: KeyId,
  { signatures, hasher }: TrustTools,
): Promise<boolean> {
  if (keySet.kid !== root || (await keyIdOf(rootKey, hasher)) !== root) return false
  const { signing, credentials, sealing } = keySet
  for (const key of [...signing, ...credentials, ...sealing.real, ...sealing.exercise]) {
    if ((await keyIdOf(key.publicKey, hasher)) !== key.keyId) return false
  }
  return signatures.isSignedBy(rootKey, signature, statementBytes(keySet, hasher))
}

/** Null for a key that is not in the list, or that was revoked before `at`. */
export function findKey(
  keys: readonly NamedKey[],
  keyId: KeyId,
  { revoked }: Pick<KeySet, 'revoked'>,
  at: Instant,
): PublicKey | null {
  const isRevoked = revoked.some((one) => one.keyId === keyId && one.since <= at)
  return isRevoked ? null : (keys.find((key) => key.keyId === keyId)?.publicKey ?? null)
}

/** The key that new entries of a world are sealed to. */
export function sealingKeyOf({ sealing }: Pick<KeySet, 'sealing'>, world: World): NamedKey {
  const [current] = sealing[world]
  if (current === undefined) throw new Error('A key set without a sealing key does not parse.')
  return current
}
