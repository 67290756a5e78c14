import { expect, test } from 'vitest'
import {
  aDelta,
  aDocument,
  at,
  build,
  change,
  critical,
  rootOfDocuments,
  storeOf,
  upTo,
} from '../../support/build-replica.ts'
import { aVouchingServer, anUnlockedPhone, codeOfAnne } from '../../support/test-vault.ts'

const server = await aVouchingServer()

test('a change is laid upon a chunk that was sealed after her pins were stored, once it was verified again', async () => {
  const { phone, vault, anne } = await anUnlockedPhone(server)
  const opened = await storeOf({ phone, vault }, server)
  const a = await aDocument('a', 1)
  await build(opened, [a], { buckets: 1 })
  await opened.store.savePins()
  // It came and went: the root is as before, and the chunk is another one.
  await change(opened, [await aDocument('b', 2), await aDocument('b', 3, null)], [a])
  // The app ends before her pins are stored.
  const restarted = await phone.openVault()
  await restarted.access.unlock(anne.author.employeeId, codeOfAnne)
  const { store } = await storeOf({ phone, vault: restarted }, server)
  const again = { ...opened, store }
  const c = await aDocument('c', 4)

  const first = await change(again, [c], [a, c]).catch(() => 'lost')
  await change(again, [c], [a, c], 'once more')

  expect(first).toBe('lost')
  expect(await store.findReplica(critical)).toMatchObject({ generation: 1 })
})

test('a change to a generation of which her pins were not stored waits until it is verified again', async () => {
  const { phone, vault, anne } = await anUnlockedPhone(server)
  const opened = await storeOf({ phone, vault }, server)
  const a = await aDocument('a', 1)
  await build(opened, [a])
  await opened.store.savePins()
  await build(opened, [a], { session: 'again' })
  // The app ends before what she has pinned of the new generation is stored.
  const restarted = await phone.openVault()
  await restarted.access.unlock(anne.author.employeeId, codeOfAnne)
  const { store } = await storeOf({ phone, vault: restarted }, server)
  const b = await aDocument('b', 2)
  const change = { stream: critical, session: 'change' }
  await store.beginStaging(aDelta('change', 2, at(1)), [opened.me])
  await store.stagePage({ ...change, after: 1, documents: [b], ...upTo(2) })

  const before = await store.stagedRoot({ ...change, at: at(2) })
  await store.findReplica(critical)
  const verified = await store.stagedRoot({ ...change, at: at(2) })

  expect(before).toBeNull()
  expect(verified).toEqual(await rootOfDocuments([a, b]))
})
