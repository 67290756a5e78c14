import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { EmployeeId } from '#domain/base/ids.ts'
import { Role } from '#domain/base/role.ts'
import { accessByClass } from '#domain/streams/stream-access.ts'
import {
  MunicipalityClass,
  type Stream,
  type StreamClass,
  StreamId,
  streamIdOf,
  ZoneClass,
} from '#domain/streams/stream.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import type { DatabaseTransaction } from '#server/database/database.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { emptyLeaves } from '#domain/streams/stream-root.ts'
import { emptyState } from '#server/streams/stream-store.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import { testMunicipality, testServer, testZones } from '../../support/test-server.ts'

const bench = await testServer()
const { services, now } = bench
const { db } = services
const scope = await systemScope(db, testMunicipality)
const account = EmployeeId.parse('0a000000-0000-4000-8000-000000000001')
const [own, other] = testZones
if (own === undefined || other === undefined) throw new Error('The municipality has no zones.')

const inWorld = { municipality: testMunicipality, world: 'real' } as const
const streams: Stream[] = [
  ...MunicipalityClass.options.map(
    (name) => ({ kind: 'municipality', ...inWorld, class: name }) as const,
  ),
  ...[own, other].flatMap((zone) =>
    ZoneClass.options.map((name) => ({ kind: 'zone', ...inWorld, zone, class: name }) as const),
  ),
]
for (const stream of streams) {
  const write = { kind: 'put', docId: 'a', schema: 'prove@1', body: {} } as const
  await withTenant(db, scope, (transaction) =>
    writeVersions(postgresStreamStore(transaction), streamIdOf(stream), [write], {
      hasher: nodeHasher,
      now: now(),
    }),
  )
}

const cases = Role.options.flatMap((role) =>
  streams.map((stream) => ({ role, stream, id: streamIdOf(stream) })),
)

test.each(cases)('$role and $id: the database says what the table says', async (asked) => {
  const { role, stream, id } = asked
  const access: { heldBy: readonly Role[]; writtenFor: readonly Role[] } =
    accessByClass[stream.class]
  const isInScope = stream.kind === 'municipality' || stream.zone === own
  const writes = isInScope && access.writtenFor.includes(role)
  const reads = writes || (isInScope && access.heldBy.includes(role))

  const found = await withTenant(db, { ...scope, zones: [own], account, role }, (transaction) =>
    touch(transaction, id),
  )

  expect(found).toEqual({
    read: reads ? [1, 1, 1] : [0, 0, 0],
    written: writes ? [1, 1] : [0, 0],
  })
})

test('a class that nobody listed is refused to every role and to the server itself', async () => {
  const id = StreamId.parse(`${testMunicipality}/real/${own}/unlisted`)
  const scopes = [scope, ...Role.options.map((role) => ({ ...scope, account, role }))]

  const outcomes = await Promise.allSettled(
    scopes.map((one) => withTenant(db, one, (transaction) => insertStream(transaction, id))),
  )

  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['rejected']))
})

test('a class that was added to the database without policies is read by nobody', async () => {
  const id = StreamId.parse(`${testMunicipality}/real/*/unlisted`)
  // As the owner of the cluster, whom no policy holds.
  await bench.owner.transaction().execute((transaction) => insertStream(transaction, id))
  const scopes = [scope, ...Role.options.map((role) => ({ ...scope, account, role }))]

  const found = await Promise.all(
    scopes.map((one) => withTenant(db, one, (transaction) => touch(transaction, id))),
  )

  expect(found.flatMap(({ read, written }) => [...read, ...written]).some(Boolean)).toBe(false)
})

test('a role that nobody listed has no stream', async () => {
  const found = await withTenant(db, { ...scope, account, role: null }, async (transaction) => {
    await sql`select set_config('beredt.role', 'visitor', true)`.execute(transaction)
    return await Promise.all(streams.map((stream) => touch(transaction, streamIdOf(stream))))
  })

  expect(found.flatMap(({ read, written }) => [...read, ...written]).some(Boolean)).toBe(false)
})

test('no two classes are pulled in the same turn', () => {
  const classes: StreamClass[] = [...ZoneClass.options, ...MunicipalityClass.options]

  const turns = new Set(classes.map((name) => accessByClass[name].pullOrder))

  expect(turns.size).toBe(classes.length)
})

/** How many rows of a stream are read, and how many may be written, table by table. */
async function touch(transaction: DatabaseTransaction, id: StreamId) {
  const read: number[] = []
  for (const table of ['stream', 'streamDoc', 'streamCommit'] as const) {
    const rows = await transaction
      .selectFrom(table)
      .select('seq')
      .where('streamId', '=', id)
      .execute()
    read.push(rows.length)
  }
  const written: number[] = []
  for (const table of ['stream', 'streamDoc'] as const) {
    const rows = await transaction
      .updateTable(table)
      .set({ seq: 1 })
      .where('streamId', '=', id)
      .returning('seq')
      .execute()
    written.push(rows.length)
  }
  return { read, written }
}

function insertStream(transaction: DatabaseTransaction, streamId: StreamId) {
  return transaction
    .insertInto('stream')
    .values({
      municipalityId: testMunicipality,
      streamId,
      zoneId: null,
      ...emptyState,
      leaves: emptyLeaves(),
    })
    .execute()
}
