import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { nonceHeader, protocolHeader, syncContentType } from '#contract/protocol.ts'
import type { EntryId, ZoneId } from '#domain/base/ids.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { retireAllNotes } from '#server/projection/retire-notes.ts'
import { projectWaiting, retryNewer } from '#server/projection/projection.ts'
import { sealOpener } from '#server/projection/seal-opener.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import { appendNote } from '../support/append-note.ts'
import { documentsOnDisk } from '../support/replica-disk.ts'
import { type BenchDevice, enrolledDevice } from '../support/sync-bench.ts'
import {
  anAccount,
  signIn,
  testMunicipality,
  testServer,
  testZones,
} from '../support/test-server.ts'
import { webCryptoOf } from '../support/web-crypto.ts'

const bench = await testServer()
const { server, services } = bench
const crypto = webCryptoOf(services.keys.current())
const [north, , south] = testZones
if (north === undefined || south === undefined) throw new Error('The zones are missing')
await anAccount(bench, { username: 'nurse', role: 'nurse', zones: [north] })
await anAccount(bench, { username: 'colleague', role: 'nurse', zones: [north] })
await anAccount(bench, { username: 'stranger', role: 'sectionLeader', zones: [south] })
const nurse = await signIn(bench, 'nurse')
const colleague = await signIn(bench, 'colleague')
const stranger = await signIn(bench, 'stranger')
const scope = await systemScope(services.db, testMunicipality)

const form = {
  resourceType: 'Questionnaire',
  url: 'urn:beredt:form:prove',
  version: '1',
  name: 'prove',
  title: 'Prøve',
  status: 'active',
  subjectType: ['Patient'],
  item: [{ linkId: 'text', type: 'string', required: true }],
}
await put('*/forms', 'prove@1', 'questionnaire@1', form)
await put('nord-1/critical', 'a', 'patient@1', { name: 'Ánde Bruker' })
await put('nord-1/protected', 'a', 'protected@1', { address: 'Sperret vei 1' })

const seals = sealOpener(() => services.keys.current().sealing)
const ignore = { onFault: () => {}, onFaulted: () => {}, onAlarm: () => {} }
const job = { db: services.db, seals, now: bench.now, ...ignore }
const wentWell = { failures: [], hasProgressed: true }

function streamId(name: string): StreamId {
  return StreamId.parse(`testby/real/${name}`)
}

async function put(stream: string, docId: string, schema: string, body: unknown): Promise<void> {
  const write = { kind: 'put', docId, schema, body } as const
  const context = { hasher: nodeHasher, now: bench.now() }
  await withTenant(services.db, scope, (transaction) =>
    writeVersions(postgresStreamStore(transaction), streamId(stream), [write], context),
  )
}

function writeNote(
  device: BenchDevice,
  zone: ZoneId,
  form = FormReference.parse('prove@1'),
): Promise<EntryId> {
  return appendNote(device.outbox, crypto, { zone, form, now: bench.now() })
}

async function project(): Promise<void> {
  await projectWaiting(job, testMunicipality)
  // The server projects too, from the moment of the push: what it has taken is not done yet.
  await expect.poll(countWaiting, { timeout: 20_000 }).toBe(0)
}

async function countWaiting(): Promise<number> {
  const waiting = await withTenant(services.db, scope, (transaction) =>
    transaction
      .selectFrom('inbox')
      .select('entryId')
      .where('status', '=', 'stored')
      .where('projected', '=', 'waiting')
      .execute(),
  )
  return waiting.length
}

function states(device: BenchDevice): string[] {
  return [...device.outbox.lines.values()].flatMap(({ rows }) => rows.map(({ state }) => state))
}

function journalOf(device: BenchDevice): string[] {
  return [...documentsOnDisk(device.replicas, streamId('nord-1/journal')).keys()]
}

describe('from one phone to the other', () => {
  test('a note that is pushed twice is on the colleague’s phone once', async () => {
    const phone = await enrolledDevice(server, nurse, crypto)
    const other = await enrolledDevice(server, colleague, crypto)
    const entryId = await writeNote(phone, north)

    expect(await phone.sync('locked')).toEqual({ ...wentWell, signIn: 'unknown' })
    for (const [id, line] of phone.outbox.lines) {
      phone.outbox.lines.set(id, {
        ...line,
        rows: line.rows.map((row) => ({ ...row, state: 'sealed' })),
      })
    }
    await phone.sync()
    await project()
    expect(await other.sync()).toEqual({ ...wentWell, signIn: 'valid' })
    expect(states(phone)).toEqual(['acked'])
    expect(journalOf(other).filter((id) => id === entryId)).toEqual([entryId])
    expect(documentsOnDisk(other.replicas, streamId('nord-1/critical')).size).toBe(1)
  })

  test('an entry of a form that was never issued is kept, and its phone gets a notice', async () => {
    const phone = await enrolledDevice(server, nurse, crypto)
    await writeNote(phone, north, FormReference.parse('ukjent@7'))
    await phone.sync()
    await project()
    await phone.sync()

    expect(states(phone)).toEqual(['quarantined'])
  })

  test('an entry of a form that a newer server issued waits for that server', async () => {
    const phone = await enrolledDevice(server, nurse, crypto)
    await put('*/forms', 'nyere@1', 'questionnaire@2', { v: 2 })
    await writeNote(phone, north, FormReference.parse('nyere@1'))
    await phone.sync()
    await projectWaiting(job, testMunicipality)
    await phone.sync()
    const meanwhile = await countWaiting()
    await put('*/forms', 'nyere@1', 'questionnaire@1', { ...form, name: 'nyere' })
    await retryNewer(job, testMunicipality)

    await project()
    await phone.sync()

    expect([meanwhile, states(phone)]).toEqual([1, ['acked']])
  })

  test('an altered entry is quarantined and blocks nobody', async () => {
    const phone = await enrolledDevice(server, nurse, crypto)
    await writeNote(phone, north)
    for (const [id, line] of phone.outbox.lines) {
      const rows = line.rows.map((row) => ({
        ...row,
        entry: { ...row.entry, authorSignature: null },
      }))
      phone.outbox.lines.set(id, { ...line, rows })
    }
    await writeNote(phone, north)
    await phone.sync()

    expect(states(phone)).toEqual(['quarantined', 'acked'])
  })
})

describe('what an account has', () => {
  test('a phone of another zone gets nothing of this one, by asking or by reading the database', async () => {
    const phone = await enrolledDevice(server, stranger, crypto)
    await phone.sync()
    const answer = await ask('/api/sync/pull', pullOf('nord-1/critical'), stranger)
    const southern = { ...scope, zones: [south] }
    const rows = await withTenant(services.db, southern, (transaction) =>
      transaction.selectFrom('streamDoc').select('streamId').where('zoneId', '=', north).execute(),
    )

    expect([...phone.replicas.cache.shown.keys()].filter((id) => id.includes('nord-1'))).toEqual([])
    expect([answer.statusCode, kindOf(answer)]).toEqual([403, 'notAllowed'])
    expect(rows).toEqual([])
  })

  test('protected addresses are not a nurse’s, not even in the database', async () => {
    const answer = await ask('/api/sync/pull', pullOf('nord-1/protected'), nurse)
    const rows = await withTenant(
      services.db,
      { ...scope, role: 'nurse', account: (await accountIdOf('nurse')) ?? null },
      (transaction) =>
        transaction
          .selectFrom('streamDoc')
          .select('streamId')
          .where('streamId', '=', streamId('nord-1/protected'))
          .execute(),
    )

    expect(kindOf(answer)).toBe('notAllowed')
    expect(rows).toEqual([])
  })
})

describe('what no phone of ours sends', () => {
  test.each([
    ['broken JSON', '{"protocol":', 400, 'unreadable'],
    ['another protocol', '{"protocol":2}', 400, 'wrongProtocol'],
    ['a message without its parts', '{"protocol":1}', 400, 'unreadable'],
    ['too much', `"${'x'.repeat(1_100_000)}"`, 413, 'tooLarge'],
  ])('%s is refused by its name, with the nonce', async (_name, payload, status, kind) => {
    const answer = await ask('/api/sync/push', payload, {})

    expect([answer.statusCode, kindOf(answer)]).toEqual([status, kind])
    expect(answer.headers[nonceHeader]).toBe('abc')
    expect(answer.headers[protocolHeader]).toBe('1')
    expect(answer.headers['content-type']).toContain(syncContentType)
  })

  test('a device that another server vouched for is unknown', async () => {
    const phone = await enrolledDevice(server, nurse, crypto)
    await writeNote(phone, north)
    for (const [id, line] of phone.outbox.lines) {
      const { device } = line
      if (device === null) throw new Error('The phone is not enrolled.')
      const forged = {
        ...device,
        signature: line.rows[0]?.entry.deviceSignature ?? device.signature,
      }
      phone.outbox.lines.set(id, { ...line, device: forged })
    }
    await phone.sync('locked')

    expect(phone.events).toContainEqual({
      kind: 'failed',
      failure: { kind: 'refused', reason: 'unknownDevice' },
    })
    expect(states(phone)).toEqual(['sealed'])
  })
})

test('a note leaves the phones after fourteen days, and nothing else does', async () => {
  const phone = await enrolledDevice(server, nurse, crypto)
  const entryId = await writeNote(phone, north)
  await phone.sync()
  await project()
  await phone.sync()
  const onTheFirstDay = journalOf(phone)
  bench.passMinutes(14 * 24 * 60 + 1)
  await retireAllNotes(services.db, testMunicipality, bench.now())
  Object.assign(nurse, await signIn(bench, 'nurse'))

  const outcome = await phone.sync()

  expect(outcome.failures).toEqual([])
  expect(onTheFirstDay).toContain(entryId)
  expect(journalOf(phone)).toEqual([])
  expect(documentsOnDisk(phone.replicas, streamId('nord-1/critical')).size).toBe(1)
  expect(states(phone)).toEqual(['acked'])
  const kept = await withTenant(services.db, scope, (transaction) =>
    transaction
      .selectFrom('inbox')
      .select('projected')
      .where('entryId', '=', entryId)
      .executeTakeFirst(),
  )
  expect(kept).toEqual({ projected: 'applied' })
})

async function accountIdOf(username: string) {
  const row = await withTenant(services.db, scope, (transaction) =>
    transaction
      .selectFrom('account')
      .select('accountId')
      .where('username', '=', username)
      .executeTakeFirst(),
  )
  return row?.accountId
}

function pullOf(stream: string): string {
  const session = randomUUID()
  return JSON.stringify({
    protocol: 1,
    session,
    stream: streamId(stream),
    highest: null,
    part: { kind: 'buckets', layout: null },
    limit: 10,
  })
}

function ask(url: string, payload: string, headers: Record<string, string>) {
  const own = { 'content-type': syncContentType, [nonceHeader]: 'abc' }
  return server.inject({ method: 'POST', url, headers: { ...headers, ...own }, payload })
}

function kindOf(answer: { json(): { kind?: unknown } }): unknown {
  return answer.json().kind
}
