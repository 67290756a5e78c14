import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { aDraft, anEntry } from '../support/an-entry.ts'
import { aPhone, aProfile, aVouchingServer, codeOfAnne, enrol } from '../support/test-vault.ts'

const server = await aVouchingServer()

/** As a later version of the app leaves a database: a higher number and a table that we do not know. */
function upgrade(indexedDB: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 70)
    asked.addEventListener('upgradeneeded', () => {
      asked.result.createObjectStore('laterOn', { keyPath: 'id' })
    })
    asked.addEventListener('success', () => {
      asked.result.close()
      resolve()
    })
    asked.addEventListener('error', () => reject(asked.error ?? new Error('Not upgraded.')))
  })
}

test('an app that was rolled back opens what the newer one left, and writes on', async () => {
  const indexedDB = new IDBFactory()
  const phone = aPhone(indexedDB)
  const profile = aProfile()
  const { employeeId } = profile.author
  const before = await phone.openVault()
  await enrol(before, server, { profile })
  await before.entries.add(anEntry(employeeId))
  const draft = aDraft('Halvferdig')
  await before.drafts.save(draft)
  await upgrade(indexedDB, 'outbox')
  await upgrade(indexedDB, 'cache')

  const rolledBack = await aPhone(indexedDB).openVault()
  const unlocked = await rolledBack.access.unlock(employeeId, codeOfAnne)
  const added = await rolledBack.entries.add(anEntry(employeeId))

  expect(unlocked).toMatchObject({ ok: true })
  expect(added).toMatchObject({ ok: true, value: { n: 2 } })
  expect(await rolledBack.drafts.find(draft.id)).toMatchObject({ ok: true, value: { draft } })
  expect(await rolledBack.replicas.listReplicas()).toEqual([])
})
