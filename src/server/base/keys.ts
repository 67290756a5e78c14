import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { calculateJwkThumbprint } from 'jose'
import { z } from 'zod'
import { Base64Url } from '#domain/base/base64url.ts'
import { PublicKey } from '#domain/entries/credential.ts'
import { KeyId } from '#domain/base/ids.ts'
import { hasErrorCode } from './error-code.ts'

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

/** Reads the keys of a data folder, which makes them the first time. */
export async function openServerKeys(dataDir: string): Promise<ServerKeys> {
  const folder = join(dataDir, 'keys')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return {
    sealing: await openKey(join(folder, 'sealing.json'), 'ECDH', 'deriveBits'),
    certificates: await openKey(join(folder, 'certificates.json'), 'ECDSA', 'sign'),
  }
}

async function openKey(
  file: string,
  name: 'ECDH' | 'ECDSA',
  usage: 'deriveBits' | 'sign',
): Promise<ServerKey> {
  const stored = (await readKey(file)) ?? (await makeKey(file))
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
      throw new Error(
        `${file} is open to others: chmod 600, and replace the key if they may have read it.`,
      )
    }
    return StoredKey.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return null
    throw error
  }
}

/** On disk in full before it gets its name: of two that start at the same moment, the first one's key counts. */
async function makeKey(file: string): Promise<StoredKey> {
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
  const kept = await readKey(file)
  if (kept === null) throw new Error(`${file} was removed while it was made.`)
  return kept
}
