import { cardOpenedForm } from '#domain/entries/entry-content.ts'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { EntryId, PatientId, type ZoneId } from '#domain/base/ids.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { projectWaiting } from '#server/projection/projection.ts'
import { appendEntry } from '../../support/append-entry.ts'
import { type BenchDevice, enrolledDevice } from '../../support/sync-bench.ts'
import type { TestCrypto } from '../../support/test-crypto.ts'
import {
  anAccount,
  signIn,
  testMunicipality,
  testServer,
  testZones,
} from '../../support/test-server.ts'
import { webCrypto, webCryptoOf } from '../../support/web-crypto.ts'

const bench = await testServer()
const { server, services } = bench
const crypto = webCryptoOf(services.keys.current())
const [zone] = testZones
if (zone === undefined) throw new Error('The zone is missing')
await anAccount(bench, { username: 'nurse', role: 'nurse', zones: [zone] })
const nurse = await signIn(bench, 'nurse')
const scope = await systemScope(services.db, testMunicipality)

/** An opening of a patient card: its effect is a row in the access log. */
async function openCard(device: BenchDevice, zone: ZoneId, sealing: TestCrypto): Promise<EntryId> {
  const entryId = EntryId.parse(randomUUID())
  const now = bench.now()
  await appendEntry(device.outbox, sealing, {
    entryId,
    municipality: testMunicipality,
    zone,
    form: cardOpenedForm,
    now,
    content: (author) => ({
      kind: 'cardOpened',
      author,
      patientId: PatientId.parse(randomUUID()),
      openedAt: now,
      revealed: null,
      reason: null,
    }),
  })
  return entryId
}

async function listProjected(): Promise<string[]> {
  const rows = await withTenant(services.db, scope, (transaction) =>
    transaction.selectFrom('accessLog').select('entryId').execute(),
  )
  return rows.map(({ entryId }) => entryId)
}

function stateOf(entryId: EntryId) {
  return withTenant(services.db, scope, (transaction) =>
    transaction
      .selectFrom('inbox')
      .select(['projected', 'sealedTo', 'noticeReason'])
      .where('entryId', '=', entryId)
      .executeTakeFirst(),
  )
}

test('an entry sealed to another key waits, is counted, delays no other, and is projected when that key is back', async () => {
  const former = await webCrypto()
  const phone = await enrolledDevice(server, nurse, crypto)
  const sealedToFormer = { ...crypto, serverKeyId: former.serverKeyId, seal: former.seal }
  const early = await openCard(phone, zone, sealedToFormer)
  const late = await openCard(phone, zone, crypto)

  await phone.sync()
  await expect.poll(listProjected, { timeout: 20_000 }).toContain(late)
  await expect
    .poll(async () => (await server.inject('/metrics')).body, { timeout: 20_000 })
    .toContain(`beredt_entries_awaiting_key{key_id="${former.serverKeyId}"} 1\n`)
  const waiting = await stateOf(early)
  const ignore = { onFault: () => {}, onAlarm: () => {} }
  const job = { db: services.db, seals: former.seals, now: bench.now, ...ignore }
  const projected = await projectWaiting(job, testMunicipality)

  const unjudged = { projected: 'waiting', sealedTo: former.serverKeyId, noticeReason: null }
  expect(waiting).toEqual(unjudged)
  expect(projected).toBe(1)
  expect(await stateOf(early)).toMatchObject({ projected: 'applied' })
  expect((await listProjected()).toSorted()).toEqual([early, late].toSorted())
})
