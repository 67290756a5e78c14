import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { MunicipalityId } from '#domain/base/ids.ts'
import { createMunicipality } from '#server/accounts/create-municipality.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { sealOpener } from '#server/projection/seal-opener.ts'
import { openProjection } from '#server/projection/run-projection.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { type DocumentWrite, writeVersions } from '#server/streams/write-versions.ts'
import { noon } from '../../support/a-patient.ts'
import { testMunicipality, testServer } from '../../support/test-server.ts'

const stream = StreamId.parse(`${testMunicipality}/real/nord-1/critical`)
const days = (count: number) => plusMinutes(noon, count * 24 * 60)
const put = (docId: string, version: number): DocumentWrite => {
  return { kind: 'put', docId, schema: 'patient@1', body: { version } }
}

test('a server that starts removes what nobody away for less than 120 days can need', async () => {
  const { services, owner } = await testServer()
  const { db } = services
  const scope = await systemScope(db, testMunicipality)
  const write = (day: number, writes: DocumentWrite[]) =>
    withTenant(db, scope, (one) =>
      writeVersions(postgresStreamStore(one), stream, writes, {
        hasher: nodeHasher,
        now: days(day),
      }),
    )
  const seqsOf = async (table: 'streamDoc' | 'streamCommit') => {
    const rows = await owner
      .selectFrom(table)
      .select('seq')
      .where('streamId', '=', stream)
      .orderBy('seq')
      .execute()
    return rows.map(({ seq }) => seq)
  }
  await write(0, [put('a', 1), put('b', 1)])
  await write(1, [put('a', 2), { kind: 'delete', docId: 'b' }])
  await write(40, [put('a', 3)])
  const faults: unknown[] = []
  const projection = openProjection({
    world: 'real',
    db,
    seals: sealOpener(() => services.keys.current().sealing),
    onAlarm: () => {},
    now: () => days(130),
    onFault: (fault) => faults.push(fault),
    onFaulted: () => {},
    onAwaitingKeys: () => {},
    onPostponed: () => {},
    onEffects: () => {},
  })

  projection.start()
  await vi.waitFor(async () => expect(await seqsOf('streamCommit')).toEqual([4, 5]), 10_000)
  await projection.stop()

  // The deletion of day 1 is gone, and the floor says so; at link 4 phones stood until day 40.
  expect(await seqsOf('streamDoc')).toEqual([5])
  expect(
    await owner.selectFrom('stream').select('floor').where('streamId', '=', stream).execute(),
  ).toEqual([{ floor: 4 }])
  expect(faults).toEqual([])
})

test('a fault in one municipality keeps no other from being tidied', async () => {
  const { services, owner } = await testServer()
  const { db, accounts } = services
  const other = MunicipalityId.parse('alta')
  await createMunicipality(accounts, {
    id: other,
    name: 'Alta',
    hostName: 'alta',
    sections: [],
    zones: [],
  })
  await withTenant(db, await systemScope(db, other), (one) =>
    postgresStreamStore(one).lockHead(StreamId.parse(`${other}/real/*/cards`)),
  )
  await sql`update stream set seq = 9007199254740993, floor = 0 where municipality_id = ${other}`.execute(
    owner,
  )
  const scope = await systemScope(db, testMunicipality)
  await withTenant(db, scope, (one) =>
    writeVersions(postgresStreamStore(one), stream, [put('a', 1)], {
      hasher: nodeHasher,
      now: noon,
    }),
  )
  await withTenant(db, scope, (one) =>
    writeVersions(postgresStreamStore(one), stream, [{ kind: 'delete', docId: 'a' }], {
      hasher: nodeHasher,
      now: noon,
    }),
  )
  const faults: unknown[] = []
  const projection = openProjection({
    world: 'real',
    db,
    seals: sealOpener(() => services.keys.current().sealing),
    onAlarm: () => {},
    now: () => days(130),
    onFault: (fault) => faults.push(fault),
    onFaulted: () => {},
    onAwaitingKeys: () => {},
    onPostponed: () => {},
    onEffects: () => {},
  })

  projection.start()
  const floors = () =>
    owner.selectFrom('stream').select('floor').where('streamId', '=', stream).execute()
  await vi.waitFor(async () => expect(await floors()).toEqual([{ floor: 2 }]), 10_000)
  await projection.stop()

  expect(faults.length).toBeGreaterThan(0)
})
