import { randomUUID } from 'node:crypto'
import { link, open, readFile, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { calculateJwkThumbprint } from 'jose'
import { z } from 'zod'
import { Base64Url } from '#domain/base/base64url.ts'
import { KeyId } from '#domain/base/ids.ts'
import { PublicKey } from '#domain/entries/credential.ts'
import { hasErrorCode } from '../base/error-code.ts'
import { ServerKeysFault } from './server-keys-fault.ts'

// Node's and the browser's `CryptoKey` types differ; this is the one of the layer that reads this file.
type CryptoKeyHere = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** A P-256 key pair of the server's own. */
export type ServerKey = { keyId: KeyId; publicKey: PublicKey; privateKey: CryptoKeyHere }

/** A private key as JSON Web Key. */
export const StoredKey = z.object({ ...PublicKey.shape, d: Base64Url })
export type StoredKey = z.infer<typeof StoredKey>

export function keysFolder(dataDir: string): string {
  return join(dataDir, 'keys')
}

export function rootKeyFile(folder: string): string {
  return join(folder, 'root.json')
}

export function keySetFile(folder: string): string {
  return join(folder, 'key-set.json')
}

export function privateKeyFile(folder: string, keyId: KeyId): string {
  return join(folder, `key-${keyId}.json`)
}

export async function importServerKey(
  stored: StoredKey,
  use: 'sign' | 'deriveBits',
): Promise<ServerKey> {
  const publicKey = PublicKey.parse(stored)
  const algorithm = { name: use === 'sign' ? 'ECDSA' : 'ECDH', namedCurve: 'P-256' }
  return {
    keyId: await thumbprintOf(publicKey),
    publicKey,
    privateKey: await crypto.subtle.importKey('jwk', stored, algorithm, false, [use]),
  }
}

export async function thumbprintOf({ kty, crv, x, y }: PublicKey): Promise<KeyId> {
  return KeyId.parse(await calculateJwkThumbprint({ kty, crv, x, y }))
}

export async function newStoredKey(): Promise<StoredKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])
  return StoredKey.parse(await crypto.subtle.exportKey('jwk', pair.privateKey))
}

/** Reads a private key, or answers null when there is none. */
export function readPrivateKey(file: string): Promise<StoredKey | null> {
  return readPrivateFile(file, StoredKey)
}

/** Null when there is no such file. What others may read is refused: it may be known. */
export async function readPrivateFile<Value>(
  file: string,
  schema: { parse(value: unknown): Value },
): Promise<Value | null> {
  try {
    const { mode } = await stat(file)
    // Windows has no such modes and reports 0666 for every file.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new ServerKeysFault('readableByOthers', file)
    }
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return null
    throw error
  }
  return readJsonFile(file, schema)
}

/** Null when there is no such file. */
export async function readJsonFile<Value>(
  file: string,
  schema: { parse(value: unknown): Value },
): Promise<Value | null> {
  const text = await readText(file)
  if (text === null) return null
  try {
    return schema.parse(JSON.parse(text))
  } catch (error) {
    throw new ServerKeysFault('damaged', file, error)
  }
}

export async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return null
    throw error
  }
}

/** Writes the whole file before it gets its name. Of two servers that write it together, the first one's file is kept. */
export async function writeIfMissing(file: string, value: object): Promise<void> {
  const draft = await writeDraft(file, value)
  try {
    await link(draft, file)
  } catch (error) {
    if (!hasErrorCode(error, 'EEXIST')) throw error
  } finally {
    await unlink(draft)
  }
  await syncFolder(dirname(file))
}

/** Replaces a file as a whole, so that a server that reads it meanwhile sees the former one or the new one. */
export async function replaceFile(file: string, value: object): Promise<void> {
  await rename(await writeDraft(file, value), file)
  await syncFolder(dirname(file))
}

async function writeDraft(file: string, value: object): Promise<string> {
  const draft = `${file}.${randomUUID()}`
  const handle = await open(draft, 'wx', 0o600)
  await handle.writeFile(JSON.stringify(value))
  await handle.sync()
  await handle.close()
  return draft
}

/** Writes the folder to disk, and with it the file's name: the database must not name keys that a crash may lose. */
async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
