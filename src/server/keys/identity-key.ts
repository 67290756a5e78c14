import { createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { Base64Url } from '#domain/base/base64url.ts'
import { KeyId } from '#domain/base/ids.ts'
import { readPrivateFile, writeIfMissing } from './key-files.ts'

/** By what patients are known again: without the key nobody who has the table finds out whose number a row is. */
export type IdentityKey = {
  keyId: KeyId
  /** Keys the hash of something by which a patient is known. */
  hash(bareHash: string): string
}

const StoredIdentityKey = z.object({ kty: z.literal('oct'), k: Base64Url })

export function identityKeyFile(folder: string): string {
  return join(folder, 'identity.json')
}

/** Null when there is none. */
export async function readIdentityKey(folder: string): Promise<IdentityKey | null> {
  const stored = await readPrivateFile(identityKeyFile(folder), StoredIdentityKey)
  if (stored === null) return null
  const secret = Buffer.from(stored.k, 'base64url')
  // Made once: for a secret of bytes every hash would make a key anew, which takes five times as long.
  const key = createSecretKey(secret)
  return {
    keyId: KeyId.parse(
      createHash('sha256').update('beredt/identity-key/1').update(secret).digest('base64url'),
    ),
    hash: (bareHash) => createHmac('sha256', key).update(bareHash).digest('hex'),
  }
}

export async function makeIdentityKey(folder: string): Promise<IdentityKey> {
  const k = randomBytes(32).toString('base64url')
  await writeIfMissing(identityKeyFile(folder), { kty: 'oct', k })
  const made = await readIdentityKey(folder)
  if (made === null) throw new Error(`The key was removed from ${folder} while it was made.`)
  return made
}
