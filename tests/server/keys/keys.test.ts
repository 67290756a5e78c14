import { chmod, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { expect, test } from 'vitest'
import { isKeySetOf, sealingKeyOf } from '#domain/trust/key-set.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { privateKeyFile } from '#server/keys/key-files.ts'
import { openServerKeys, readServerKeys } from '#server/keys/keys.ts'
import { statementSigner } from '#server/keys/statement-signer.ts'
import { noon } from '../../support/a-patient.ts'
import { aDataFolder } from '../../support/data-folder.ts'

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})
const trust = { signatures: webSignatureCheck, hasher: nodeHasher }

test('the keys of a data folder are the same the next time, and their files are closed to others', async () => {
  const dataDir = await aDataFolder()

  const made = await openServerKeys(dataDir, noon)
  const read = await openServerKeys(dataDir, noon)

  expect(read.signed).toEqual(made.signed)
  const files = await readdir(join(dataDir, 'keys'))
  expect(files.filter((file) => file.startsWith('key-') && file !== 'key-set.json')).toHaveLength(4)
  expect(files).toHaveLength(6)
  const modes = files.map(async (file) => (await stat(join(dataDir, 'keys', file))).mode & 0o777)
  expect(new Set(await Promise.all(modes))).toEqual(new Set([0o600]))
})

test('the root key signs a first key set, with a sealing key for each world', async () => {
  const { signed } = await openServerKeys(await aDataFolder(), noon)
  const { keySet } = signed

  expect(await isKeySetOf(signed, keySet.kid, trust)).toBe(true)
  expect([keySet.version, keySet.issuedAt]).toEqual([1, noon])
  expect(sealingKeyOf(keySet, 'real').keyId).not.toBe(sealingKeyOf(keySet, 'exercise').keyId)
})

test('two commands that start at the same moment get the same keys', async () => {
  const dataDir = await aDataFolder()

  const [one, other] = await Promise.all([
    openServerKeys(dataDir, noon),
    openServerKeys(dataDir, noon),
  ])

  expect(other.signed).toEqual(one.signed)
})

test('the root key may be taken off: everything else is read without it', async () => {
  const dataDir = await aDataFolder()
  const made = await openServerKeys(dataDir, noon)
  await rm(join(dataDir, 'keys/root.json'))

  const read = await openServerKeys(dataDir, noon)

  expect(read.signed).toEqual(made.signed)
  expect((await readdir(join(dataDir, 'keys'))).includes('root.json')).toBe(false)
})

test('what is sealed to a public key opens with its private key', async () => {
  const [sealing] = (await openServerKeys(await aDataFolder(), noon)).sealing
  if (sealing === undefined) throw new Error('No sealing key')
  const text = new TextEncoder().encode('Inhalator byttet')

  const recipientPublicKey = await suite.kem.importKey('jwk', sealing.publicKey, true)
  const sealed = await suite.seal({ recipientPublicKey }, text.buffer)
  // The pair: from a private key that cannot be exported, the library guesses the public half, and half the time wrongly.
  const recipientKey = { privateKey: sealing.privateKey, publicKey: recipientPublicKey }
  const opened = await suite.open({ recipientKey, enc: sealed.enc }, sealed.ct)

  expect(new Uint8Array(opened)).toEqual(text)
})

test.each(['credentials', 'signing'] as const)(
  'what the %s key signs holds under its public key',
  async (purpose) => {
    const { [purpose]: key } = await openServerKeys(await aDataFolder(), noon)
    const bytes = new TextEncoder().encode('device')

    const signature = await statementSigner(key).sign(bytes)

    expect(await webSignatureCheck.isSignedBy(key.publicKey, signature, bytes)).toBe(true)
  },
)

test('a key file that others may read is refused', async () => {
  const dataDir = await aDataFolder()
  const { credentials } = await openServerKeys(dataDir, noon)
  await chmod(privateKeyFile(join(dataDir, 'keys'), credentials.keyId), 0o644)

  await expect(openServerKeys(dataDir, noon)).rejects.toMatchObject({ kind: 'readableByOthers' })
})

test('a torn key file is a fault and is not replaced by a new key', async () => {
  const dataDir = await aDataFolder()
  const { signing } = await openServerKeys(dataDir, noon)
  const file = privateKeyFile(join(dataDir, 'keys'), signing.keyId)
  const torn = (await readFile(file, 'utf8')).slice(0, 40)
  await writeFile(file, torn)

  await expect(openServerKeys(dataDir, noon)).rejects.toMatchObject({ kind: 'damaged' })
  expect(await readFile(file, 'utf8')).toBe(torn)
})

test('a key set that was changed, and a private key under another key’s name, are faults', async () => {
  const dataDir = await aDataFolder()
  const { signed, signing, credentials } = await openServerKeys(dataDir, noon)
  const folder = join(dataDir, 'keys')
  const raised = { ...signed, keySet: { ...signed.keySet, version: 9 } }

  await writeFile(join(folder, 'key-set.json'), JSON.stringify(raised))
  await expect(readServerKeys(dataDir)).rejects.toMatchObject({ kind: 'damaged' })
  await writeFile(join(folder, 'key-set.json'), JSON.stringify(signed))
  const other = await readFile(privateKeyFile(folder, credentials.keyId), 'utf8')
  await writeFile(privateKeyFile(folder, signing.keyId), other)

  await expect(readServerKeys(dataDir)).rejects.toMatchObject({ kind: 'damaged' })
})
