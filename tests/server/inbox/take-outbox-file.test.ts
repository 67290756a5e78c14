import { expect, test } from 'vitest'
import { OutboxFile } from '#contract/outbox-file.ts'
import { ZoneId } from '#domain/base/ids.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { takeOutboxFile } from '#server/inbox/take-outbox-file.ts'
import { appendNote } from '../../support/append-note.ts'
import { lineOf } from '../../support/memory-outbox-store.ts'
import { type BenchDevice, enrolledDevice } from '../../support/sync-bench.ts'
import { anAccount, signIn, testMunicipality, testServer } from '../../support/test-server.ts'
import { webCryptoOf } from '../../support/web-crypto.ts'

const bench = await testServer()
const { server, services } = bench
const crypto = webCryptoOf(services.keys.current())
const north = ZoneId.parse('nord-1')
await anAccount(bench, { username: 'nurse', role: 'nurse', zones: [north] })
const nurse = await signIn(bench, 'nurse')
const scope = await systemScope(services.db, testMunicipality)
const nothing = { stored: 0, duplicate: 0, conflict: 0, quarantined: 0, unvouched: 0 }

async function aPhoneThatWrote(count: number): Promise<BenchDevice> {
  const phone = await enrolledDevice(server, nurse, crypto)
  for (let written = 0; written < count; written++) {
    const form = FormReference.parse('prove@1')
    await appendNote(phone.outbox, crypto, { zone: north, form, now: bench.now() })
  }
  return phone
}

/** What the phone's service worker would make of it. */
function fileOf(phone: BenchDevice): OutboxFile {
  const { device, authors, rows } = lineOf(phone.outbox, phone.outbox.current)
  const entries = rows.map(({ entry }) => entry)
  return OutboxFile.parse({
    kind: 'outbox',
    v: 1,
    madeAt: bench.now(),
    lines: [{ device, authors, entries }],
  })
}

function statesInInbox(): Promise<{ entryId: string; status: string }[]> {
  return withTenant(services.db, scope, (transaction) =>
    transaction.selectFrom('inbox').select(['entryId', 'status']).execute(),
  )
}

test('what a phone could not send is taken from its file, once however often, and what it sends later is the same', async () => {
  const phone = await aPhoneThatWrote(3)
  const file = fileOf(phone)

  const first = await takeOutboxFile(file, services)
  const again = await takeOutboxFile(file, services)
  await phone.sync('locked')

  expect([first, again]).toEqual([
    { ...nothing, stored: 3 },
    { ...nothing, duplicate: 3 },
  ])
  const { rows } = lineOf(phone.outbox, phone.outbox.current)
  expect(rows.map(({ state }) => state)).toEqual(['acked', 'acked', 'acked'])
  const ids = rows.map(({ entry }) => entry.header.entryId)
  const stored = (await statesInInbox()).filter(({ entryId }) => ids.some((id) => id === entryId))
  expect(stored.map(({ status }) => status)).toEqual(['stored', 'stored', 'stored'])
})

test('more than fits one push is taken in parts', async () => {
  const phone = await aPhoneThatWrote(101)

  expect(await takeOutboxFile(fileOf(phone), services)).toEqual({ ...nothing, stored: 101 })
})

test('an entry that was altered in the file is kept apart for a person, and its neighbours are taken', async () => {
  const file = fileOf(await aPhoneThatWrote(2))
  const lines = file.lines.map((line) => ({
    ...line,
    entries: line.entries.map((entry, at) =>
      at === 0 ? { ...entry, sealed: line.entries[1]?.sealed ?? entry.sealed } : entry,
    ),
  }))

  const taken = await takeOutboxFile({ ...file, lines }, services)

  expect(taken).toEqual({ ...nothing, stored: 1, quarantined: 1 })
})

test('a device that this server has not vouched for puts nothing into the inbox', async () => {
  const stranger = await testServer()
  await anAccount(stranger, { username: 'nurse', role: 'nurse', zones: [north] })
  const headers = await signIn(stranger, 'nurse')
  const theirs = webCryptoOf(stranger.services.keys.current())
  const phone = await enrolledDevice(stranger.server, headers, theirs)
  await appendNote(phone.outbox, theirs, {
    zone: north,
    form: FormReference.parse('prove@1'),
    now: bench.now(),
  })
  const before = await statesInInbox()
  const file = fileOf(phone)
  const unknown = { ...file, lines: file.lines.map((line) => ({ ...line, device: null })) }

  expect(await takeOutboxFile(file, services)).toEqual({ ...nothing, unvouched: 1 })
  expect(await takeOutboxFile(unknown, services)).toEqual({ ...nothing, unvouched: 1 })
  expect(await statesInInbox()).toHaveLength(before.length)
  // The same file at the server that vouched for it, so that it is not refused for anything else.
  expect(await takeOutboxFile(file, stranger.services)).toEqual({ ...nothing, stored: 1 })
})
