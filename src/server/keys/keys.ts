import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { World } from '#domain/base/world.ts'
import type { Instant } from '#domain/time/instant.ts'
import { type KeySet, type NamedKey, SignedKeySet, isKeySetOf } from '#domain/trust/key-set.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import {
  type ServerKey,
  type StoredKey,
  importServerKey,
  keySetFile,
  keysFolder,
  newStoredKey,
  privateKeyFile,
  readJsonFile,
  readPrivateKey,
  rootKeyFile,
  thumbprintOf,
  writeIfMissing,
} from './key-files.ts'
import { ServerKeysFault } from './server-keys-fault.ts'
import { signKeySet } from './sign-key-set.ts'

/**
 * The keys that the server keeps outside the database, so that a stranger with a copy of the database can neither open
 * an entry, nor enrol a device, nor sign a list. The root key is not among them: only a rotation needs it.
 */
export type ServerKeys = {
  signed: SignedKeySet
  /** Signs stream heads and answers. */
  signing: ServerKey
  /** Signs the credentials of devices, authors and recipients. */
  credentials: ServerKey
  /** What entries are sealed to (HPKE), in both worlds: the keys in use, and older ones that are still here. */
  sealing: readonly ServerKey[]
  /** Marks the browsers in which employees have signed in. After a rotation all of them are as new ones. */
  deviceMarks: KeyObject
}

/** Reads the keys of a data folder and makes them at the first start; `claimServerKeys` decides whether that is allowed. */
export async function openServerKeys(dataDir: string, now: Instant): Promise<ServerKeys> {
  const folder = keysFolder(dataDir)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const found = await readServerKeys(dataDir)
  if (found !== null) return found
  await writeIfMissing(rootKeyFile(folder), await newStoredKey())
  const root = await readPrivateKey(rootKeyFile(folder))
  if (root === null) throw new Error(`The root key was removed from ${folder} while it was made.`)
  const keys = { signing: [await makeKey(folder)], credentials: [await makeKey(folder)] }
  const sealing = { real: [await makeKey(folder)], exercise: [await makeKey(folder)] }
  const first = { version: 1, issuedAt: now, ...keys, sealing, revoked: [] }
  await writeIfMissing(keySetFile(folder), await signKeySet(first, root))
  const made = await readServerKeys(dataDir)
  if (made === null) throw new Error(`A key was removed from ${folder} while it was made.`)
  return made
}

/** Reads the keys, or answers null when there is no key set or a key in use is missing; changes nothing. */
export async function readServerKeys(dataDir: string): Promise<ServerKeys | null> {
  const folder = keysFolder(dataDir)
  const signed = await readKeySet(folder)
  if (signed === null) return null
  const { keySet } = signed
  const signing = await readFirst(folder, keySet.signing, 'sign')
  const credentials = await readFirst(folder, keySet.credentials, 'sign')
  const deviceMarks = await deriveDeviceMarks(folder, keySet.credentials)
  const sealing: ServerKey[] = []
  for (const world of World.options) {
    const keys = await readSealing(folder, keySet, world)
    if (keys === null) return null
    sealing.push(...keys)
  }
  if (signing === null || credentials === null || deviceMarks === null) return null
  return { signed, signing, credentials, sealing, deviceMarks }
}

/** Reads the signed key set, and refuses one that its root key has not signed. */
export async function readKeySet(folder: string): Promise<SignedKeySet | null> {
  const file = keySetFile(folder)
  const signed = await readJsonFile(file, SignedKeySet)
  if (signed === null) return null
  const tools = { signatures: webSignatureCheck, hasher: nodeHasher }
  if (!(await isKeySetOf(signed, signed.keySet.kid, tools))) {
    throw new ServerKeysFault('damaged', file)
  }
  return signed
}

/** Makes a private key and writes it down, before any key set names it. */
export async function makeKey(folder: string): Promise<NamedKey> {
  const stored = await newStoredKey()
  const { kty, crv, x, y } = stored
  const keyId = await thumbprintOf(stored)
  await writeIfMissing(privateKeyFile(folder, keyId), stored)
  return { keyId, publicKey: { kty, crv, x, y } }
}

/** The private key of the first of a list, which is in use. */
async function readFirst(
  folder: string,
  [first]: readonly NamedKey[],
  use: 'sign' | 'deriveBits',
): Promise<ServerKey | null> {
  const stored = first === undefined ? null : await readNamed(folder, first)
  return stored === null ? null : await importServerKey(stored, use)
}

/** A secret of its own, made from the key in use so that it needs no file. */
async function deriveDeviceMarks(
  folder: string,
  [first]: readonly NamedKey[],
): Promise<KeyObject | null> {
  const stored = first === undefined ? null : await readNamed(folder, first)
  if (stored === null) return null
  const secret = hkdfSync('sha256', stored.d, '', 'beredt device marks', 32)
  return createSecretKey(Buffer.from(secret))
}

/** Null when the key in use is missing. An older one that is missing keeps only its own entries waiting. */
async function readSealing(
  folder: string,
  { sealing }: KeySet,
  world: World,
): Promise<ServerKey[] | null> {
  const [first, ...older] = sealing[world]
  if (first === undefined) return null
  const current = await readFirst(folder, [first], 'deriveBits')
  if (current === null) return null
  const others = await Promise.all(older.map((key) => readFirst(folder, [key], 'deriveBits')))
  return [current, ...others.filter((key) => key !== null)]
}

async function readNamed(folder: string, { keyId }: NamedKey): Promise<StoredKey | null> {
  const file = privateKeyFile(folder, keyId)
  const stored = await readPrivateKey(file)
  if (stored !== null && (await thumbprintOf(stored)) !== keyId) {
    throw new ServerKeysFault('damaged', file)
  }
  return stored
}
