import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { writeDirectory } from '#server/directory/directory.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { keepingBench } from '../../support/keeping-bench.ts'
import { anAccount, signIn, testMunicipality } from '../../support/test-server.ts'

const { as, bench, call, ids, list, organisation, put, zones } = await keepingBench()
const { db } = bench.services
const { owner } = bench

async function sections(answer: Awaited<ReturnType<typeof put>>) {
  if (answer.kind === 'refused') throw new Error(`Refused: ${answer.refusal.kind}`)
  return answer.sections
}

test('an administrator makes a section and its zones, which get ids of their own', async () => {
  const arne = await as('arne')
  await put(arne, 'section', { id: null, name: 'Øvre Ås' })
  await put(arne, 'zone', { id: null, section: 'ovre-as', name: 'Indre' })
  const answer = await put(arne, 'zone', { id: null, section: 'ovre-as', name: 'nord-1' })

  const made = (await sections(answer)).find(({ name }) => name === 'Øvre Ås')
  expect(made).toMatchObject({
    id: 'ovre-as',
    zones: [
      { id: 'indre', name: 'Indre', isInUse: true, employees: 0 },
      { id: 'ovre-as-nord-1', name: 'nord-1' },
    ],
    listTakenAt: null,
    leaders: [],
  })
})

test('names are told apart however they are written', async () => {
  const arne = await as('arne')

  expect(await put(arne, 'section', { id: null, name: 'NORD' })).toEqual({
    kind: 'refused',
    refusal: { kind: 'nameTaken' },
  })
  expect(await put(arne, 'zone', { id: null, section: 'nord', name: 'Nord 1' })).toEqual({
    kind: 'refused',
    refusal: { kind: 'nameTaken' },
  })
  expect(await put(arne, 'zone', { id: null, section: 'borte', name: 'Ny' })).toEqual({
    kind: 'refused',
    refusal: { kind: 'unknownSection' },
  })
})

test('another name is on the phones with the next directory, and nobody loses the zone', async () => {
  const arne = await as('arne')
  await put(arne, 'zone', { id: zones.nord1, section: 'nord', name: 'Framnes' })
  await writeDirectory(
    db,
    { municipality: testMunicipality, world: bench.services.world },
    bench.now(),
  )

  const { rows } = await sql<{ body: string }>`
    select body from stream_doc where schema like 'zoneDirectory@%'`.execute(owner)
  expect(rows[0]?.body).toContain('Framnes')
  const anne = (await list(arne)).find(({ id }) => id === ids.anne)
  expect(anne?.zones).toEqual([zones.nord1])
})

test('whoever leads the section has a new zone at once, and nobody else', async () => {
  await put(await as('arne'), 'zone', { id: null, section: 'nord', name: 'Nord 3' })
  const accounts = await list(await as('arne'))
  const holders = accounts.filter((one) => one.zones.some((zone) => zone === 'nord-3'))

  expect(holders.map(({ username }) => username)).toEqual(['lise'])
})

test('a leader sees her own section alone, and makes none', async () => {
  const lise = await as('lise')
  const answer = await organisation(lise)

  expect((await sections(answer)).map(({ id }) => id)).toEqual(['nord'])
  const made = await call(lise, 'PUT', '/api/organisation/section', { id: null, name: 'Min' })
  expect(made.status).toBe(403)
})

/** A new zone of the south; answers its id. */
async function aZone(name: string): Promise<string> {
  const answer = await put(await as('arne'), 'zone', { id: null, section: 'sor', name })
  const zone = (await sections(answer)).flatMap((one) => one.zones).find((one) => one.name === name)
  return zone?.id ?? ''
}

describe('a zone out of use', () => {
  test('is one in which nothing lies', async () => {
    const zone = await aZone('Med bruker')
    const stream = StreamId.parse(`${testMunicipality}/real/${zone}/critical`)
    const document = { docId: randomUUID(), schema: 'patient@1', body: {} }
    await withTenant(db, await systemScope(db, testMunicipality), (transaction) =>
      writeVersions(postgresStreamStore(transaction), stream, [{ kind: 'put', ...document }], {
        hasher: nodeHasher,
        now: bench.now(),
      }),
    )
    const arne = await as('arne')

    expect(await put(arne, 'zone-use', { zone, isInUse: false })).toEqual({
      kind: 'refused',
      refusal: { kind: 'zoneHolds', patients: 1, notes: 0, waiting: 0 },
    })
  })

  test('is its leader’s still, so that what a phone brings later is seen, and no nurse’s', async () => {
    const zone = await aZone('Nedlegges')
    await anAccount(bench, { username: 'leder-sor', role: 'sectionLeader', zones: [zones.sor1] })
    await sql`insert into account_zone select municipality_id, account_id, ${zone} from account
      where username in ('leder-sor', 'sara')`.execute(owner)
    const answer = await put(await as('arne'), 'zone-use', { zone, isInUse: false })

    const closed = (await sections(answer))
      .flatMap((one) => one.zones)
      .find(({ id }) => id === zone)
    expect(closed).toMatchObject({ isInUse: false, employees: 1 })
    const { body } = await call(await signIn(bench, 'leder-sor'), 'GET', '/api/session')
    expect(body).toMatchObject({
      zones: expect.arrayContaining([expect.objectContaining({ id: zone })]),
    })
  })

  test('is nobody’s new zone before it is in use again', async () => {
    const zone = await aZone('Hviler')
    const arne = await as('arne')
    await put(arne, 'zone-use', { zone, isInUse: false })
    const asked = {
      username: null,
      name: 'Ny',
      title: '',
      hprNumber: null,
      role: 'nurse',
      zones: [zone],
    }

    expect((await call(arne, 'POST', '/api/accounts', asked)).body).toEqual({
      kind: 'refused',
      refusal: { kind: 'closedZone' },
    })
    await put(arne, 'zone-use', { zone, isInUse: true })
    expect((await call(arne, 'POST', '/api/accounts', asked)).body).toMatchObject({ kind: 'saved' })
  })
})

test.each([
  ['sectionLeader', 'taken into use'],
  ['nurse', 'refused'],
  ['administrator', 'refused'],
] as const)('a list taken in by a %s: a zone out of use is %s', async (role, outcome) => {
  await sql`update zone set closed_at = now() where zone_id = 'sor-1'`.execute(owner)
  const scope = { municipality: testMunicipality, zones: [], account: ids.lise, role }
  const reopened = await withTenant(db, scope, (transaction) =>
    sql`select reopen_zones(array['sor-1'], now())`.execute(transaction),
  ).then(
    () => 'taken into use',
    () => 'refused',
  )

  expect(reopened).toBe(outcome)
  const { rows } = await sql<{ isInUse: boolean }>`
    select closed_at is null as is_in_use from zone where zone_id = 'sor-1'`.execute(owner)
  expect(rows).toEqual([{ isInUse: outcome === 'taken into use' }])
  await sql`update zone set closed_at = null`.execute(owner)
})

test('a zone that is taken into use again is also hers who began to lead meanwhile', async () => {
  const arne = await as('arne')
  await put(arne, 'zone', { id: null, section: 'sor', name: 'Holmen' })
  await put(arne, 'zone-use', { zone: 'holmen', isInUse: false })
  const made = await anAccount(bench, {
    username: 'ny-leder',
    role: 'sectionLeader',
    zones: [zones.sor1],
  })
  const scope = {
    municipality: testMunicipality,
    zones: [],
    account: made,
    role: 'sectionLeader',
  } as const

  await withTenant(db, scope, (transaction) =>
    sql`select reopen_zones(array['holmen'], now())`.execute(transaction),
  )

  const account = (await list(arne)).find(({ id }) => id === made)
  expect(account?.zones).toEqual(['holmen', zones.sor1])
})

test('what was done with places is logged with who did it', async () => {
  await put(await as('arne'), 'section', { id: null, name: 'Logget seksjon' })

  const { rows } = await sql<{ byAccount: string; detail: unknown }>`
    select by_account, detail from account_event where kind = 'sectionSaved'
    order by event_id desc limit 1`.execute(owner)
  expect(rows).toEqual([
    { byAccount: ids.arne, detail: { place: 'logget-seksjon', name: 'Logget seksjon' } },
  ])
})
