import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { KeyId } from '#domain/base/ids.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { isKeySetOf, sealingKeyOf } from '#domain/trust/key-set.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { claimServerKeys } from '#server/keys/claim-server-keys.ts'
import { describeKeys } from '#server/keys/describe-keys.ts'
import type { KeyRing } from '#server/keys/key-ring.ts'
import { openServerKeys, readServerKeys } from '#server/keys/keys.ts'
import { rotateKeys } from '#server/keys/rotate-keys.ts'
import { watchKeys } from '#server/keys/watch-keys.ts'
import { noon } from '../../support/a-patient.ts'
import { aDataFolder } from '../../support/data-folder.ts'
import { testDatabase } from '../../support/test-database.ts'

const trust = { signatures: webSignatureCheck, hasher: nodeHasher }
const later = plusMinutes(noon, 60)
const sealingOnly = { purpose: 'sealing', revoke: null } as const

async function aKeysFolder() {
  const dataDir = await aDataFolder()
  const before = await openServerKeys(dataDir, noon)
  return { dataDir, before, root: before.signed.keySet.kid }
}

test.each(['signing', 'credentials'] as const)(
  'a new %s key is used, the former one stays known, and the same root vouches for both',
  async (purpose) => {
    const { dataDir, before, root } = await aKeysFolder()

    const rotated = await rotateKeys(dataDir, { purpose, revoke: null }, later)

    const after = await readServerKeys(dataDir)
    expect(rotated).toMatchObject({ ok: true, value: { keySet: { version: 2, issuedAt: later } } })
    expect(after?.[purpose].keyId).not.toBe(before[purpose].keyId)
    const list = after?.signed.keySet[purpose].map(({ keyId }) => keyId)
    expect(list).toEqual([after?.[purpose].keyId, before[purpose].keyId])
    expect(after !== null && (await isKeySetOf(after.signed, root, trust))).toBe(true)
  },
)

test('entries are sealed to new keys in both worlds, and the former ones are still held', async () => {
  const { dataDir, before } = await aKeysFolder()

  await rotateKeys(dataDir, sealingOnly, later)

  const after = await readServerKeys(dataDir)
  const held = after?.sealing.map(({ keyId }) => keyId)
  for (const world of ['real', 'exercise'] as const) {
    const former = sealingKeyOf(before.signed.keySet, world).keyId
    const current = after === null ? null : sealingKeyOf(after.signed.keySet, world).keyId
    expect(current).not.toBe(former)
    expect(held).toEqual(expect.arrayContaining([former, current]))
  }
})

test('a key is revoked from a moment on, together with its replacement', async () => {
  const { dataDir, before } = await aKeysFolder()
  const revoke = { keyId: before.signing.keyId, since: noon }

  await rotateKeys(dataDir, { purpose: 'signing', revoke }, later)

  expect((await readServerKeys(dataDir))?.signed.keySet.revoked).toEqual([revoke])
})

test('without the root key, or with another one, nothing is rotated; with it back it is', async () => {
  const { dataDir, before } = await aKeysFolder()
  const file = join(dataDir, 'keys/root.json')
  const away = join(dataDir, 'safe.json')
  await rename(file, away)

  const without = await rotateKeys(dataDir, sealingOnly, later)
  const other = await aKeysFolder()
  await writeFile(file, await readFile(join(other.dataDir, 'keys/root.json')), { mode: 0o600 })
  const withOther = await rotateKeys(dataDir, sealingOnly, later)
  const unchanged = await readServerKeys(dataDir)
  await rename(away, file)
  const back = await rotateKeys(dataDir, sealingOnly, later)

  expect(without).toMatchObject({ ok: false, refusal: { kind: 'noRootKey', file } })
  expect(withOther).toMatchObject({ ok: false, refusal: { kind: 'otherRootKey', file } })
  expect(unchanged?.signed).toEqual(before.signed)
  expect(back.ok).toBe(true)
})

test('a key that nobody knows, and one that would stay in use, are not revoked', async () => {
  const { dataDir, before } = await aKeysFolder()
  const unknown = { keyId: KeyId.parse('x'.repeat(43)), since: noon }
  const inUse = { keyId: before.credentials.keyId, since: noon }

  const outcomes = [
    await rotateKeys(dataDir, { purpose: 'signing', revoke: unknown }, later),
    await rotateKeys(dataDir, { purpose: 'signing', revoke: inUse }, later),
    await rotateKeys(await aDataFolder(), sealingOnly, later),
  ]

  expect(outcomes.map((one) => (one.ok ? null : one.refusal.kind))).toEqual([
    'unknownKey',
    'stillInUse',
    'noKeys',
  ])
  expect((await readServerKeys(dataDir))?.signed).toEqual(before.signed)
})

test('a server that runs takes over new keys, and refuses lower versions and other roots', async () => {
  const { db, accounts } = await testDatabase()
  const { dataDir, before, root } = await aKeysFolder()
  const file = join(dataDir, 'keys/key-set.json')
  const { ring } = await claimServerKeys({ db, accounts }, dataDir, noon)
  const former = await readFile(file, 'utf8')

  const idle = await ring.refresh()
  await rotateKeys(dataDir, { purpose: 'signing', revoke: null }, later)
  const adopted = await ring.refresh()
  const { signed } = ring.current()
  await writeFile(file, former)
  const lower = await ring.refresh()
  const stranger = await aKeysFolder()
  await rotateKeys(stranger.dataDir, sealingOnly, later)
  await rotateKeys(stranger.dataDir, sealingOnly, later)
  await writeFile(file, await readFile(join(stranger.dataDir, 'keys/key-set.json')))
  const foreign = await ring.refresh()

  expect([idle, adopted, lower, foreign]).toEqual(['unchanged', 'adopted', 'refused', 'refused'])
  expect(signed.keySet).toMatchObject({ kid: root, version: 2 })
  expect(signed.keySet.signing[0]?.keyId).not.toBe(before.signing.keyId)
  expect(ring.current().signed).toEqual(signed)
  expect(await accounts.pool.selectFrom('serverKey').select('version').execute()).toEqual([
    { version: 2 },
  ])
})

test('new keys are noticed at an interval, and a folder that stays wrong is reported once', async () => {
  const outcomes: string[] = []
  const answers = ['unchanged', 'adopted', 'refused', 'refused', 'unchanged'] as const
  const keys = await openServerKeys(await aDataFolder(), noon)
  const asked = { times: 0 }
  const refresh: KeyRing['refresh'] = () => Promise.resolve(answers[asked.times++] ?? 'unchanged')
  const watch = watchKeys(
    { current: () => keys, refresh },
    { everyMilliseconds: 1, onOutcome: (outcome) => outcomes.push(outcome), onFault: () => {} },
  )

  watch.start()
  await vi.waitFor(() => expect(asked.times).toBeGreaterThan(5))
  watch.stop()

  expect(outcomes).toEqual(['adopted', 'refused'])
})

test('the administrator is told the root’s thumbprint, the version and the end of the address', async () => {
  const { dataDir, root } = await aKeysFolder()

  const described = await describeKeys(dataDir)

  expect(described).toEqual({ root, version: 1, fragment: `#rot=${root}`, rootKeyHere: true })
  expect(await describeKeys(await aDataFolder())).toBeNull()
})
