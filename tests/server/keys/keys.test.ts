import { chmod, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { expect, test } from 'vitest'
import { openServerKeys } from '#server/keys/keys.ts'
import { aDataFolder } from '../../support/data-folder.ts'

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})

test('the keys of a data folder are the same the next time, and their files are closed to others', async () => {
  const dataDir = await aDataFolder()

  const made = await openServerKeys(dataDir)
  const read = await openServerKeys(dataDir)

  expect(read.sealing.publicKey).toEqual(made.sealing.publicKey)
  expect(read.certificates.keyId).toBe(made.certificates.keyId)
  expect(made.sealing.keyId).not.toBe(made.certificates.keyId)
  const files = await readdir(join(dataDir, 'keys'))
  expect(files.toSorted()).toEqual(['certificates.json', 'sealing.json'])
  const modes = files.map(async (file) => (await stat(join(dataDir, 'keys', file))).mode & 0o777)
  expect(await Promise.all(modes)).toEqual([0o600, 0o600])
})

test('two commands that start at the same moment get the same keys', async () => {
  const dataDir = await aDataFolder()

  const [one, other] = await Promise.all([openServerKeys(dataDir), openServerKeys(dataDir)])

  expect(other.sealing.keyId).toBe(one.sealing.keyId)
  expect(other.certificates.keyId).toBe(one.certificates.keyId)
})

test('what is sealed to the public key opens with the private key', async () => {
  const { sealing } = await openServerKeys(await aDataFolder())
  const text = new TextEncoder().encode('Inhalator byttet')

  const recipientPublicKey = await suite.kem.importKey('jwk', sealing.publicKey, true)
  const sealed = await suite.seal({ recipientPublicKey }, text.buffer)
  // The pair: from a private key that cannot be exported, the library guesses the public half, and half the time wrongly.
  const recipientKey = { privateKey: sealing.privateKey, publicKey: recipientPublicKey }
  const opened = await suite.open({ recipientKey, enc: sealed.enc }, sealed.ct)

  expect(new Uint8Array(opened)).toEqual(text)
})

test('what the certificate key signs holds under its public key', async () => {
  const { certificates } = await openServerKeys(await aDataFolder())
  const bytes = new TextEncoder().encode('device')
  const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

  const signature = await crypto.subtle.sign(ecdsa, certificates.privateKey, bytes)
  const publicKey = await crypto.subtle.importKey('jwk', certificates.publicKey, ecdsa, false, [
    'verify',
  ])

  expect(await crypto.subtle.verify(ecdsa, publicKey, signature, bytes)).toBe(true)
})

test('a key file that others may read is refused', async () => {
  const dataDir = await aDataFolder()
  await openServerKeys(dataDir)
  await chmod(join(dataDir, 'keys', 'sealing.json'), 0o644)

  await expect(openServerKeys(dataDir)).rejects.toMatchObject({ kind: 'readableByOthers' })
})

test('a torn key file is a fault and is not replaced by a new key', async () => {
  const dataDir = await aDataFolder()
  await openServerKeys(dataDir)
  const file = join(dataDir, 'keys', 'sealing.json')
  const torn = (await readFile(file, 'utf8')).slice(0, 40)
  await writeFile(file, torn)

  await expect(openServerKeys(dataDir)).rejects.toMatchObject({ kind: 'damaged' })
  expect(await readFile(file, 'utf8')).toBe(torn)
})
