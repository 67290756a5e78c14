import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { ListHeldEntriesAnswer } from '#contract/list-held-entries.ts'
import { type EntryId, type EmployeeId, ZoneId } from '#domain/base/ids.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { changeZones } from '#server/accounts/account-rights.ts'
import { withAccounts, withTenant } from '#server/database/with-tenant.ts'
import { retireAllNotes } from '#server/projection/retire-notes.ts'
import { rightsBench } from '../../support/rights-bench.ts'
import { type BenchDevice, enrolledDevice } from '../../support/sync-bench.ts'
import { anAccount, signIn, testMunicipality, testServer } from '../../support/test-server.ts'
import { webCryptoOf } from '../../support/web-crypto.ts'

const bench = await testServer()
const { services, server } = bench
const { db, accounts } = services
const rights = await rightsBench(bench, webCryptoOf(services.keys.current()))
const north = ZoneId.parse('nord-2')
const south = ZoneId.parse('sor-1')
const nurseId = await anAccount(bench, { username: 'nurse', role: 'nurse', zones: [north] })
const leaderId = await anAccount(bench, {
  username: 'leader',
  role: 'sectionLeader',
  zones: [south],
})
await anAccount(bench, { username: 'elsewhere', role: 'sectionLeader', zones: [north] })
await anAccount(bench, { username: 'shift', role: 'shiftLead', zones: [south] })
const patientId = await rights.aPatient(south)

type Headers = Awaited<ReturnType<typeof signIn>>
const as = (username: string): Promise<Headers> => signIn(bench, username)

async function aPhone(): Promise<BenchDevice> {
  const phone = await enrolledDevice(
    server,
    await as('nurse'),
    webCryptoOf(services.keys.current()),
  )
  await phone.sync()
  return phone
}

async function listHeld(username: string) {
  const answer = await server.inject({ url: '/api/held-entries', headers: await as(username) })
  if (answer.statusCode !== 200) return answer.statusCode
  return ListHeldEntriesAnswer.parse(answer.json()).entries
}

async function decide(username: string, entryId: EntryId, decision: object): Promise<number> {
  const answer = await server.inject({
    method: 'POST',
    url: '/api/held-entries/decide',
    headers: await as(username),
    payload: { entryId, decision },
  })
  return answer.statusCode
}

async function findHeld(username: string, entryId: EntryId) {
  const entries = await listHeld(username)
  return typeof entries === 'number'
    ? entries
    : (entries.find(({ note }) => note.entryId === entryId) ?? null)
}

const taken = { kind: 'taken' }
const rejected = { kind: 'rejected', reason: 'Skrevet på feil bruker' }
const seen = { kind: 'seen' }

function states(phone: BenchDevice): string[] {
  return [...phone.outbox.lines.values()].flatMap(({ rows }) => rows.map(({ state }) => state))
}

function logged(entryId: EntryId): Promise<unknown> {
  return withTenant(db, rights.scope, (transaction) =>
    transaction
      .selectFrom('entryReview')
      .select(['decision', 'decidedBy', 'decidedAt', 'decisionReason'])
      .where('entryId', '=', entryId)
      .executeTakeFirst(),
  )
}

describe('what waits', () => {
  test('is shown with text, author and reason to the leader of its zone, and to nobody else', async () => {
    const phone = await aPhone()
    const entryId = await rights.send(phone, { zone: south, patientId })

    expect(await findHeld('leader', entryId)).toMatchObject({
      kind: 'held',
      reason: 'zone',
      note: {
        zone: south,
        patientId,
        author: { name: 'Kari Nordmann' },
        response: {
          item: [{ text: 'Hva gjorde du?', answer: [{ valueString: 'SEPONER Marevan' }] }],
        },
      },
    })
    expect(await findHeld('elsewhere', entryId)).toBeNull()
    expect([await listHeld('nurse'), await listHeld('shift')]).toEqual([403, 403])
  })

  test('is said on its author’s phone', async () => {
    const phone = await aPhone()
    await rights.send(phone, { zone: south, patientId })
    await phone.sync('locked')

    expect(states(phone)).toEqual(['held'])
  })

  test('stays for the zone until it is decided, however long', async () => {
    const phone = await aPhone()
    const entryId = await rights.send(phone, { zone: south, patientId })

    await retireAllNotes(db, testMunicipality, plusMinutes(bench.now(), 30 * 24 * 60))

    expect(await rights.journal(south, entryId)).toMatchObject({ schema: 'heldNote@1' })
  })

  test.each<[string, EmployeeId | null, string | null, ZoneId]>([
    ['a nurse of the zone', nurseId, 'nurse', south],
    ['a shift lead of the zone', nurseId, 'shiftLead', south],
    ['a leader of another zone', leaderId, 'sectionLeader', north],
  ])('is hidden from %s by the database', async (_name, account, role, zone) => {
    await rights.send(await aPhone(), { zone: south, patientId })

    const rows = await withTenant(
      db,
      { municipality: testMunicipality, zones: [zone], account, role: null },
      async (transaction) => {
        await sql`select set_config('beredt.role', ${role}, true)`.execute(transaction)
        return transaction.selectFrom('entryReview').select('entryId').execute()
      },
    )

    expect(rows).toEqual([])
  })

  test('cannot be decided in the database by its leader herself, past the server', async () => {
    const entryId = await rights.send(await aPhone(), { zone: south, patientId })
    const scope = {
      municipality: testMunicipality,
      zones: [south],
      account: leaderId,
      role: 'sectionLeader',
    } as const

    const { numUpdatedRows } = await withTenant(db, scope, (transaction) =>
      transaction
        .updateTable('entryReview')
        .set({ decision: 'taken', decidedAt: bench.now(), decidedBy: leaderId })
        .where('entryId', '=', entryId)
        .executeTakeFirst(),
    )

    expect(numUpdatedRows).toBe(0n)
  })
})

describe('a leader', () => {
  test('takes a note into the journal, under her name in the log, and its author is told', async () => {
    const phone = await aPhone()
    const entryId = await rights.send(phone, { zone: south, patientId })
    await phone.sync('locked')

    expect(await decide('leader', entryId, taken)).toBe(200)
    await phone.sync('locked')

    expect(await rights.journal(south, entryId)).toMatchObject({
      schema: 'note@1',
      body: { author: { name: 'Kari Nordmann' } },
    })
    expect(await findHeld('leader', entryId)).toBeNull()
    expect(await logged(entryId)).toEqual({
      decision: 'taken',
      decidedBy: leaderId,
      decidedAt: bench.now(),
      decisionReason: null,
    })
    expect(states(phone)).toEqual(['taken'])
  })

  test('rejects a note for a reason; the zone sees it no more, the entry is kept and its author told', async () => {
    const phone = await aPhone()
    const entryId = await rights.send(phone, { zone: south, patientId })

    expect(await decide('leader', entryId, rejected)).toBe(200)
    await phone.sync('locked')

    expect(await rights.journal(south, entryId)).toBeNull()
    expect(await logged(entryId)).toMatchObject({
      decision: 'rejected',
      decidedBy: leaderId,
      decisionReason: 'Skrevet på feil bruker',
    })
    expect(await rights.outcome(entryId)).toBe('rejected')
    expect(states(phone)).toEqual(['rejected'])
  })

  test('asked twice is answered the same once more, and cannot decide otherwise', async () => {
    const entryId = await rights.send(await aPhone(), { zone: south, patientId })
    await decide('leader', entryId, rejected)

    expect(await decide('leader', entryId, rejected)).toBe(200)
    expect(await decide('leader', entryId, taken)).toBe(409)
    expect(await rights.journal(south, entryId)).toBeNull()
  })

  test.each<[string, string, object, number]>([
    ['a leader of another zone', 'elsewhere', taken, 404],
    ['a shift lead', 'shift', taken, 403],
    ['the author herself', 'nurse', taken, 403],
    ['a rejection without a reason', 'leader', { kind: 'rejected', reason: ' ' }, 400],
    ['a tick on what waits', 'leader', seen, 403],
  ])('alone decides: not %s', async (_name, username, decision, status) => {
    const entryId = await rights.send(await aPhone(), { zone: south, patientId })

    expect(await decide(username, entryId, decision)).toBe(status)
    expect(await rights.outcome(entryId)).toBe('held zone')
  })

  test('is told of a note that was written after its author lost the zone, and ticks it off', async () => {
    const phone = await aPhone()
    const holder = { municipalityId: testMunicipality, accountId: nurseId }
    bench.passMinutes(10)
    await withAccounts(accounts, rights.scope, (one) => changeZones(one, holder, [], bench.now()))
    const entryId = await rights.send(phone, { zone: north })
    await withAccounts(accounts, rights.scope, (one) =>
      changeZones(one, holder, [north], bench.now()),
    )

    const told = await findHeld('elsewhere', entryId)
    const statuses = [
      await decide('elsewhere', entryId, rejected),
      await decide('elsewhere', entryId, seen),
    ]

    expect(told).toMatchObject({ kind: 'marked', note: { marks: ['zoneEnded'] } })
    expect(statuses).toEqual([403, 200])
    expect(await findHeld('elsewhere', entryId)).toBeNull()
    expect(await rights.journal(north, entryId)).toMatchObject({ schema: 'note@1' })
  })
})
