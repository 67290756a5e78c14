import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { OutboxFile } from '#contract/outbox-file.ts'
import { outboxFile, readOutbox } from '#service-worker/outbox-file.ts'
import { aDraft, anEntry } from '../support/an-entry.ts'
import { anUnlockedPhone, aVouchingServer } from '../support/test-vault.ts'

const madeAt = '2026-12-01T06:00:00.000Z'
const typed = 'Kvernknurret surret baklengs'

async function aPhoneThatWrote() {
  const server = await aVouchingServer()
  const { phone, vault, anne } = await anUnlockedPhone(server)
  const { employeeId } = anne.author
  for (const draft of [aDraft('Den første'), aDraft(typed)]) {
    await vault.entries.add(anEntry(employeeId, draft))
  }
  await vault.drafts.save(aDraft('Ikke signert'))
  return { phone, server, employeeId }
}

async function theFile(databases: IDBFactory) {
  const reading = await readOutbox(databases)
  if (reading.kind !== 'read') throw new Error(`The outbox is ${reading.kind}.`)
  return { reading, text: await outboxFile(reading.outbox, madeAt).text() }
}

test('the file has every unsent entry in its order, with the credentials that vouch for it', async () => {
  const { phone, employeeId } = await aPhoneThatWrote()

  const { reading, text } = await theFile(phone.indexedDB)

  const file = OutboxFile.parse(JSON.parse(text))
  expect(file.lines).toHaveLength(1)
  const [line] = file.lines
  expect(line?.entries.map(({ header }) => header.n)).toEqual([1, 2])
  expect(line?.device?.subject.deviceId).toBe(line?.entries[0]?.header.deviceId)
  expect(line?.authors.map(({ subject }) => subject)).toMatchObject([
    { kind: 'author', employeeId },
  ])
  expect(reading.outbox.drafts).toBe(1)
})

test('the file has nothing that opens it: no key, no draft, no readable copy', async () => {
  const { phone } = await aPhoneThatWrote()
  const rows = await phone.outbox().entries.toArray()

  const { text } = await theFile(phone.indexedDB)

  const [line] = JSON.parse(text).lines
  expect(Object.keys(line)).toEqual(['device', 'authors', 'entries'])
  expect(line.entries).toEqual(rows.toSorted((a, b) => a.n - b.n).map(({ entry }) => entry))
  expect(text).not.toContain(typed)
  expect(text).not.toContain('Solbakken')
})

test('what the server has received is not in the file', async () => {
  const { phone } = await aPhoneThatWrote()
  const [first] = await phone.outbox().entries.toArray()
  if (first === undefined) throw new Error('Nothing was written')
  await phone.outbox().entries.update(first.id, { state: 'acked' })

  const { text } = await theFile(phone.indexedDB)

  const ids = OutboxFile.parse(JSON.parse(text)).lines.flatMap(({ entries }) =>
    entries.map(({ header }) => header.entryId),
  )
  expect(ids).toHaveLength(1)
  expect(ids).not.toContain(first.id)
})

test('a device where nobody has written gets no outbox by being asked for one', async () => {
  const databases = new IDBFactory()

  expect(await readOutbox(databases)).toEqual({ kind: 'none' })
  expect(await databases.databases()).toEqual([])
})

test('an outbox that does not answer is said not to be read, and never to be empty', async () => {
  const silent = { addEventListener: () => {} }
  const hanging = Object.assign(new IDBFactory(), { open: () => silent })
  const failing = Object.assign(new IDBFactory(), {
    open: () => {
      throw new DOMException('Damaged', 'UnknownError')
    },
  })

  expect(await readOutbox(hanging, 20)).toEqual({ kind: 'unread' })
  expect(await readOutbox(failing)).toEqual({ kind: 'unread' })
})
