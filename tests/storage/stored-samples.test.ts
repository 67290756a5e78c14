import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { EmployeeId } from '#domain/base/ids.ts'
import { CacheDatabase } from '#storage/databases/cache-database.ts'
import { OutboxDatabase } from '#storage/databases/outbox-database.ts'
import { aResponse } from '../support/an-entry.ts'
import { aDocument, critical } from '../support/build-replica.ts'
import { aPhone, codeOfAnne } from '../support/test-vault.ts'
import { StoredDatabase, restoreDatabase } from './samples/stored-database.ts'

const folder = join(import.meta.dirname, 'samples')
const samples = (await readdir(folder)).filter((name) => name.startsWith('version-'))
const anne = EmployeeId.parse('0b6b1c52-6a86-4b68-9e3c-3b0a1d1c7a01')

async function aPhoneFrom(sample: string) {
  const indexedDB = new IDBFactory()
  for (const name of ['outbox', 'cache']) {
    const text = await readFile(join(folder, sample, `${name}.json`), 'utf8')
    await restoreDatabase(indexedDB, name, StoredDatabase.parse(JSON.parse(text)))
  }
  return aPhone(indexedDB)
}

test.each(samples)(
  'what %s left on a device opens with the code and is all there',
  async (sample) => {
    const phone = await aPhoneFrom(sample)
    const vault = await phone.openVault()

    const unlocked = await vault.access.unlock(anne, codeOfAnne)

    expect(unlocked.ok).toBe(true)
    expect(await vault.drafts.list()).toMatchObject({
      value: { drafts: [{ draft: { response: aResponse('Halvferdig') } }], damaged: 0 },
    })
    expect(await vault.entries.listOwn()).toMatchObject({
      value: [{ n: 1, state: 'sealed', content: { value: { response: aResponse('Signert') } } }],
    })
    expect(await vault.streams.read(critical)).toMatchObject({
      kind: 'open',
      documents: [await aDocument('a', 1), await aDocument('b', 2)],
      damagedParts: 0,
    })
  },
)

test.each(samples)('what was written under %s goes on being sent', async (sample) => {
  const phone = await aPhoneFrom(sample)
  const vault = await phone.openVault()
  const before = await phone.outbox().entries.toArray()

  const limits = { entries: 100, bytes: 512 * 1024, without: new Set<never>() }
  const [push] = await vault.outbox.listPendingPushes(limits)

  expect(push?.entries).toEqual(before.map(({ entry }) => entry))
})

test('each version of the databases has its stored sample', async () => {
  const { indexedDB } = aPhone()
  const [outbox, cache] = [
    new OutboxDatabase('outbox', { indexedDB }),
    new CacheDatabase('cache', { indexedDB }),
  ]
  await outbox.open()
  await cache.open()

  const newest = Math.max(outbox.verno, cache.verno)

  expect(samples).toEqual(Array.from({ length: newest }, (_, index) => `version-${index + 1}`))
  expect(outbox.verno).toBe(1)
})
