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

// Node's type of this name and the browser's differ; so it is whichever the reader of this file sees.
type CryptoKeyHere = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** A P-256 key pair of the server's own. */
export type ServerKey = { keyId: KeyId; publicKey: PublicKey; privateKey: CryptoKeyHere }

/**
 * What the server keeps outside the database, so that whoever gets a copy of that opens no entry and vouches for no
 * device.
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

/** Reads the keys of a data folder, and makes those that are not there; `claimServerKeys` decides whether it may. */
export async function openServerKeys(dataDir: string): Promise<ServerKeys> {
  const folder = keysFolder(dataDir)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const file of keyFiles(folder)) if ((await readKey(file)) === null) await makeKey(file)
  const keys = await readServerKeys(dataDir)
  if (keys === null) throw new Error(`A key was removed from ${folder} while it was made.`)
  return keys
}

/** Null unless both are there; changes nothing. */
export async function readServerKeys(dataDir: string): Promise<ServerKeys | null> {
  const [sealing, certificates] = await Promise.all(keyFiles(keysFolder(dataDir)).map(readKey))
  if (!sealing || !certificates) return null
  return {
    sealing: await importKey(sealing, 'ECDH', 'deriveBits'),
    certificates: await importKey(certificates, 'ECDSA', 'sign'),
  }
}

/** What entries are sealed to, then what credentials are signed with. */
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

/** Null when there is none yet. One that others may read is refused: it may have been read. */
async function readKey(file: string): Promise<StoredKey | null> {
  try {
    const { mode } = await stat(file)
    // Windows has no such modes: it reports 0666 for every file.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new ServerKeysFault('open', file)
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

/** On disk in full before it gets its name: of two that start at the same moment, the first one's key counts. */
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

/** A name in a folder is on disk when the folder is: the database must not outlive the keys that it names. */
async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folder.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
