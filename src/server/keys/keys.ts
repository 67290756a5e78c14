import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { calculateJwkThumbprint } from 'jose'
import { z } from 'zod'
import { Base64Url } from '#domain/base/base64url.ts'
import { PublicKey } from '#domain/entries/credential.ts'
import { KeyId } from '#domain/base/ids.ts'
import { hasErrorCode } from '../base/error-code.ts'
import { ServerKeysFault } from './server-keys-fault.ts'

// Node's and the browser's `CryptoKey` types differ; this is the one of the layer that reads this file.
type CryptoKeyHere = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** A P-256 key pair of the server's own. */
export type ServerKey = { keyId: KeyId; publicKey: PublicKey; privateKey: CryptoKeyHere }

/**
 * The keys that the server keeps outside the database, so that a stranger with a copy of the database can neither open
 * an entry nor enrol a device.
 */
export type ServerKeys = {
  /** Entries are sealed to it (HPKE). */
  sealing: ServerKey
  /** Signs the credentials of devices and authors (ES256). */
  certificates: ServerKey
}

const StoredKey = z.object({ ...PublicKey.shape, d: Base64Url })
type StoredKey = z.infer<typeof StoredKey>

export function keysFolder(dataDir: string): string {
  return join(dataDir, 'keys')
}

/** Reads the keys of a data folder and creates missing ones; `claimServerKeys` decides whether that is allowed. */
export async function openServerKeys(dataDir: string): Promise<ServerKeys> {
  const folder = keysFolder(dataDir)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const file of keyFiles(folder)) if ((await readKey(file)) === null) await makeKey(file)
  const keys = await readServerKeys(dataDir)
  if (keys === null) throw new Error(`A key was removed from ${folder} while it was made.`)
  return keys
}

/** Reads both keys, or answers null when one is missing; changes nothing. */
export async function readServerKeys(dataDir: string): Promise<ServerKeys | null> {
  const [sealing, certificates] = await Promise.all(keyFiles(keysFolder(dataDir)).map(readKey))
  if (!sealing || !certificates) return null
  return {
    sealing: await importKey(sealing, 'ECDH', 'deriveBits'),
    certificates: await importKey(certificates, 'ECDSA', 'sign'),
  }
}

/** The file of the sealing key, then that of the certificates key. */
function keyFiles(folder: string): string[] {
  return [join(folder, 'sealing.json'), join(folder, 'certificates.json')]
}

async function importKey(
  stored: StoredKey,
  name: 'ECDH' | 'ECDSA',
  usage: 'deriveBits' | 'sign',
): Promise<ServerKey> {
  const publicKey = PublicKey.parse(stored)
  const algorithm = { name, namedCurve: 'P-256' }
  return {
    keyId: KeyId.parse(await calculateJwkThumbprint(publicKey)),
    publicKey,
    privateKey: await crypto.subtle.importKey('jwk', stored, algorithm, false, [usage]),
  }
}

/** Reads a key, or answers null when there is none. A key that others may read is refused: it may be known. */
async function readKey(file: string): Promise<StoredKey | null> {
  try {
    const { mode } = await stat(file)
    // Windows has no such modes and reports 0666 for every file.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new ServerKeysFault('readableByOthers', file)
    }
    return parseKey(await readFile(file, 'utf8'), file)
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return null
    throw error
  }
}

function parseKey(text: string, file: string): StoredKey {
  try {
    return StoredKey.parse(JSON.parse(text))
  } catch (error) {
    throw new ServerKeysFault('damaged', file, error)
  }
}

/** Writes the whole file before it gets its name. Of two servers that start together, the first one's key is kept. */
async function makeKey(file: string): Promise<void> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])
  const made = StoredKey.parse(await crypto.subtle.exportKey('jwk', pair.privateKey))
  const draft = `${file}.${randomUUID()}`
  const handle = await open(draft, 'wx', 0o600)
  await handle.writeFile(JSON.stringify(made))
  await handle.sync()
  await handle.close()
  try {
    await link(draft, file)
  } catch (error) {
    if (!hasErrorCode(error, 'EEXIST')) throw error
  } finally {
    await unlink(draft)
  }
  await syncFolder(dirname(file))
}

/** Writes the folder to disk, and with it the file's name: the database must not name keys that a crash may lose. */
async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
