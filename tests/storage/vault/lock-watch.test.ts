import { expect, test } from 'vitest'
import { StorageFailedError } from '#storage/databases/supervisor.ts'
import { lockWatch } from '#storage/unlocked/lock-watch.ts'
import { unlockedEmployee } from '#storage/unlocked/unlocked-employee.ts'
import { openEmployee, readEnvelope } from '#storage/vault/employee.ts'
import { anUnlockedPhone, aVouchingServer, codeOfAnne } from '../../support/test-vault.ts'
import { quickWrapping } from '../../support/wrapping.ts'

const server = await aVouchingServer()

/** Anne's keys, and a disk on which no call succeeds. */
async function openOnADeadDisk() {
  const { phone, anne } = await anUnlockedPhone(server)
  const row = await phone.outbox().employees.get(anne.author.employeeId)
  const { wrapLimits } = quickWrapping
  const envelope = row === undefined ? 'keysNotKept' : readEnvelope(row, wrapLimits)
  const keys = typeof envelope === 'string' ? envelope : await openEmployee(envelope, codeOfAnne)
  if (typeof keys === 'string') throw new Error('She does not open.')
  const unlocked = unlockedEmployee()
  unlocked.begin({ ...keys, lockCount: 0 })
  let calls = 0
  const outbox = {
    run() {
      calls++
      return Promise.reject(new StorageFailedError('As if the disk were gone.'))
    },
    health: (): 'working' | 'failing' => (calls === 0 ? 'working' : 'failing'),
  }
  return { unlocked, outbox, calls: () => calls }
}

test('a disk that does not answer takes nobody her lists, and is not asked again at each call', async () => {
  const { unlocked, outbox, calls } = await openOnADeadDisk()
  const watch = lockWatch({ outbox, unlocked })

  await watch.check()
  await watch.check()

  expect(unlocked.find()).not.toBeNull()
  expect(calls()).toBe(1)
})

test('a disk that does not answer keeps no tab from locking itself', async () => {
  const { unlocked, outbox } = await openOnADeadDisk()

  await lockWatch({ outbox, unlocked }).lockEveryTab()

  expect(unlocked.find()).toBeNull()
})
