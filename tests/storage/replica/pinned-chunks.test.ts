import { expect, test } from 'vitest'
import { aDocument, build, change, critical, storeOf } from '../../support/build-replica.ts'
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
