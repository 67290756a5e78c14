import { afterEach, expect, test } from 'vitest'
import type { OutboxDatabase } from '#storage/databases/outbox-database.ts'
import { superviseCache, superviseOutbox } from '#storage/databases/supervised-databases.ts'
import { StorageFailedError, StorageLostError, supervise } from '#storage/databases/supervisor.ts'
import { failWrites } from '../../support/failing-indexed-db.ts'
import { aPhone } from '../../support/test-vault.ts'

let heal = () => {}
afterEach(() => {
  heal()
})

function aSupervisedOutbox(open = aPhone().outbox) {
  return superviseOutbox(open, superviseCache(aPhone().cache))
}

function write(database: OutboxDatabase): Promise<string> {
  return database.settings.put({ id: 'version', value: 7 })
}

test.each(['UnknownError', 'InvalidStateError', 'AbortError'])(
  'a write that failed with %s is written again on a new connection',
  async (name) => {
    const phone = aPhone()
    let opened = 0
    const outbox = aSupervisedOutbox(() => {
      opened++
      return phone.outbox()
    })
    await outbox.run((database) => database.settings.count())
    ;({ heal } = failWrites({ atWrite: 1, times: 1, name }))

    await outbox.run(write)

    expect(opened).toBe(2)
    expect(await phone.outbox().settings.get('version')).toEqual({ id: 'version', value: 7 })
    expect(outbox.health()).toBe('working')
  },
)

test('three failures in a row are reported until the next success', async () => {
  const outbox = aSupervisedOutbox()
  await outbox.run((database) => database.settings.count())
  ;({ heal } = failWrites({ atWrite: 1, times: 3, name: 'UnknownError' }))

  await expect(outbox.run(write)).rejects.toThrow(StorageFailedError)
  const failing = outbox.health()
  await outbox.run(write)

  expect(failing).toBe('failing')
  expect(outbox.health()).toBe('working')
})

test('a call that never answers is given up as a failure, not waited for', async () => {
  const phone = aPhone()
  const supervisor = supervise({
    open: phone.outbox,
    canary: { find: async () => 'here', put: async () => {} },
    freeSpace: async () => false,
    callLimitMilliseconds: 20,
  })

  const hanging = supervisor.run(() => new Promise<never>(() => {}))

  await expect(hanging).rejects.toThrow(StorageFailedError)
})

test('a database that comes back empty is reported as lost, not shown as empty', async () => {
  const phones = [aPhone(), aPhone()]
  const outbox = aSupervisedOutbox(() => (phones.shift() ?? aPhone()).outbox())
  await outbox.run(write)
  ;({ heal } = failWrites({ atWrite: 1, times: 1, name: 'UnknownError' }))

  await expect(outbox.run(write)).rejects.toThrow(StorageLostError)
})

test('a database that does not open is left as it is, and opens when it can', async () => {
  const phone = aPhone()
  await phone.outbox().settings.put({ id: 'version', value: 7 })
  const factory = phone.indexedDB
  const open = factory.open.bind(factory)
  factory.open = () => {
    throw new DOMException('As if the browser had failed.', 'UnknownError')
  }
  const outbox = aSupervisedOutbox(phone.outbox)

  await expect(outbox.run(write)).rejects.toThrow(StorageFailedError)
  factory.open = open

  const row = await outbox.run((database) => database.settings.get('version'))
  expect(row).toEqual({ id: 'version', value: 7 })
})

test('a mistake in the call is not tried again', async () => {
  const outbox = aSupervisedOutbox()
  let runs = 0

  const faulty = outbox.run(async () => {
    runs++
    throw new RangeError('A mistake')
  })

  await expect(faulty).rejects.toThrow(RangeError)
  expect(runs).toBe(1)
  expect(outbox.health()).toBe('working')
})

test('a disk that is full when a database is first opened is full, not lost, and mends', async () => {
  const outbox = aSupervisedOutbox()
  ;({ heal } = failWrites({ atWrite: 1, times: 20, name: 'QuotaExceededError' }))

  await expect(outbox.run(write)).rejects.toThrow(StorageFailedError)
  heal()

  await outbox.run(write)
})

test('a cache that the browser has dropped is begun anew at once, and is told to be fetched again', async () => {
  const phone = aPhone()
  let dropped = 0
  const cache = superviseCache(phone.cache, () => dropped++)
  await cache.run((database) => database.settings.put({ id: 'reserve', bytes: new Uint8Array(1) }))

  await phone.cache().delete()

  await expect.poll(() => dropped).toBe(1)
  const rows = await cache.run((database) => database.settings.toArray())
  expect(rows.map(({ id }) => id).toSorted()).toEqual(['canary', 'version'])
  expect(cache.health()).toBe('working')
})
