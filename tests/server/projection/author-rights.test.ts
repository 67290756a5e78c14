import { describe, expect, test } from 'vitest'
import { type EmployeeId, ZoneId } from '#domain/base/ids.ts'
import { Note } from '#domain/entries/note.ts'
import { changeRole, changeZones } from '#server/accounts/account-rights.ts'
import { closeAccount, closeDevice } from '#server/accounts/close-account.ts'
import { withAccounts, withTenant } from '#server/database/with-tenant.ts'
import { rightsBench } from '../../support/rights-bench.ts'
import { type BenchDevice, enrolledDevice } from '../../support/sync-bench.ts'
import { anAccount, signIn, testMunicipality, testServer } from '../../support/test-server.ts'
import { webCryptoOf } from '../../support/web-crypto.ts'

const bench = await testServer()
const { services, server } = bench
const { db, accounts } = services
const crypto = webCryptoOf(services.keys.current())
const rights = await rightsBench(bench, crypto)
const other = ZoneId.parse('nord-1')
const own = ZoneId.parse('nord-2')
const foreign = ZoneId.parse('sor-1')
const days = (count: number) => count * 24 * 60

let made = 0

/** A nurse of nord-2 with a phone that has heard from the server what she has. */
async function aNurse(zones: readonly ZoneId[] = [own]): Promise<{
  phone: BenchDevice
  accountId: EmployeeId
  holder: Parameters<typeof changeZones>[1]
}> {
  const username = `nurse${made++}`
  const accountId = await anAccount(bench, { username, role: 'nurse', zones })
  const phone = await enrolledDevice(server, await signIn(bench, username), crypto)
  await phone.sync()
  return { phone, accountId, holder: { municipalityId: testMunicipality, accountId } }
}

const patient = await rights.aPatient(own)
const foreignPatient = await rights.aPatient(foreign)
const note = { zone: own, patientId: patient }

async function marksOf(entryId: Awaited<ReturnType<typeof rights.send>>): Promise<string[]> {
  const found = await rights.journal(own, entryId)
  return found?.schema === 'note@1' ? Note.parse(found.body).marks : ['no note']
}

test('a note of her own zone about its patient is in the journal', async () => {
  const { phone } = await aNurse()

  const entryId = await rights.send(phone, note)

  expect(await rights.outcome(entryId)).toBe('applied')
  expect(await marksOf(entryId)).toEqual([])
})

describe('a zone that is not hers', () => {
  test('gets no note of hers, and learns that one waits, without a word of it', async () => {
    const { phone } = await aNurse()

    const entryId = await rights.send(phone, { zone: foreign, patientId: foreignPatient })
    const waits = await rights.journal(foreign, entryId)

    expect(await rights.outcome(entryId)).toBe('held zone')
    expect(waits).toMatchObject({
      schema: 'heldNote@1',
      body: { entryId, zone: foreign, patientId: foreignPatient, reason: 'zone' },
    })
    expect(JSON.stringify(waits)).not.toMatch(/SEPONER|Kari/)
  })

  test('gets the opening of a card logged, whoever opened it', async () => {
    const { phone } = await aNurse()

    const entryId = await rights.send(phone, {
      kind: 'cardOpened',
      zone: foreign,
      patientId: foreignPatient,
    })
    const logged = await withTenant(db, rights.scope, (transaction) =>
      transaction
        .selectFrom('accessLog')
        .select('zoneId')
        .where('entryId', '=', entryId)
        .executeTakeFirst(),
    )

    expect(await rights.outcome(entryId)).toBe('applied')
    expect(logged).toEqual({ zoneId: foreign })
  })
})

test('an entry of no zone is kept, with its reason, and reaches no journal', async () => {
  const { phone } = await aNurse()

  const entryId = await rights.send(phone, { zone: null, patientId: patient })

  expect(await rights.outcome(entryId)).toBe('quarantined noZone')
})

describe('a patient of another zone', () => {
  test('gets no note in her zone’s journal', async () => {
    const { phone } = await aNurse()

    const entryId = await rights.send(phone, { zone: own, patientId: foreignPatient })

    expect(await rights.outcome(entryId)).toBe('held patient')
  })

  test('who has left since the phone heard from the server gets it, and the leader is told', async () => {
    const { phone } = await aNurse()
    const leaving = await rights.aPatient(own)
    bench.passMinutes(10)
    await rights.leaves(leaving, own)

    const unknowing = await rights.send(phone, { zone: own, patientId: leaving })
    bench.passMinutes(10)
    await phone.sync()
    const knowing = await rights.send(phone, { zone: own, patientId: leaving })

    expect(await marksOf(unknowing)).toEqual(['patientLeft'])
    expect(await rights.outcome(knowing)).toBe('held patient')
  })
})

describe('a zone that she has lost', () => {
  test('gets what she wrote before her phone could know, and nothing after', async () => {
    const { phone, holder } = await aNurse()
    bench.passMinutes(10)
    await withAccounts(accounts, rights.scope, (one) =>
      changeZones(one, holder, [other], bench.now()),
    )
    bench.passMinutes(10)

    const unknowing = await rights.send(phone, note)
    bench.passMinutes(10)
    await phone.sync()
    const knowing = await rights.send(phone, note)

    expect(await marksOf(unknowing)).toEqual(['zoneEnded'])
    expect(await rights.outcome(unknowing)).toBe('applied')
    expect(await rights.outcome(knowing)).toBe('held zone')
  })

  test('gets what was received before she lost it, though it is opened afterwards', async () => {
    const { phone, holder } = await aNurse()
    const entryId = await rights.append(phone, note)
    await phone.sync('locked')
    bench.passMinutes(10)
    await withAccounts(accounts, rights.scope, (one) => changeZones(one, holder, [], bench.now()))
    await rights.project()

    expect(await marksOf(entryId)).toEqual([])
  })

  test('is hers again when she gets it again', async () => {
    const { phone, holder } = await aNurse()
    bench.passMinutes(10)
    await withAccounts(accounts, rights.scope, (one) => changeZones(one, holder, [], bench.now()))
    bench.passMinutes(10)
    await phone.sync()
    await withAccounts(accounts, rights.scope, (one) =>
      changeZones(one, holder, [own], bench.now()),
    )

    const entryId = await rights.send(phone, note)

    expect(await marksOf(entryId)).toEqual([])
  })
})

describe('a role', () => {
  test('that writes no notes writes none', async () => {
    const username = `administrator${made++}`
    await anAccount(bench, { username, role: 'administrator', zones: [own] })
    const phone = await enrolledDevice(server, await signIn(bench, username), crypto)
    await phone.sync()

    const entryId = await rights.send(phone, note)

    expect(await rights.outcome(entryId)).toBe('held role')
  })

  test('that became another one counts until the phone could know', async () => {
    const { phone, holder } = await aNurse()
    bench.passMinutes(10)
    await withAccounts(accounts, rights.scope, (one) =>
      changeRole(one, holder, 'administrator', bench.now()),
    )

    const unknowing = await rights.send(phone, note)
    bench.passMinutes(10)
    await phone.sync()
    const knowing = await rights.send(phone, note)

    expect(await marksOf(unknowing)).toEqual(['roleEnded'])
    expect(await rights.outcome(knowing)).toBe('held role')
  })
})

describe('a closed account', () => {
  test('gives effect to what its phone brings home, and to nothing that comes after', async () => {
    const { phone, holder } = await aNurse()
    bench.passMinutes(10)
    await withAccounts(accounts, rights.scope, (one) =>
      closeAccount(one, holder, { at: bench.now(), abuseFrom: null }),
    )
    bench.passMinutes(10)

    const unknowing = await rights.send(phone, note)
    bench.passMinutes(10)
    const knowing = await rights.send(phone, note)

    expect(await marksOf(unknowing)).toEqual(['accountClosed'])
    expect(await rights.outcome(knowing)).toBe('held accountClosed')
  })

  test('for abuse gives none to what came from its beginning on', async () => {
    const { phone, holder } = await aNurse()
    const before = await rights.send(phone, note)
    bench.passMinutes(10)
    const abuseFrom = bench.now()
    const waiting = await rights.append(phone, note)
    await withAccounts(accounts, rights.scope, (one) =>
      closeAccount(one, holder, { at: bench.now(), abuseFrom }),
    )

    await phone.sync('locked')
    await rights.project()

    expect(await marksOf(before)).toEqual([])
    expect(await rights.outcome(waiting)).toBe('held abuse')
  })
})

test('a closed device gives effect to what it brings home, to nothing after, and none after abuse', async () => {
  const { phone } = await aNurse()
  const deviceId = rights.deviceOf(phone)
  bench.passMinutes(10)
  const closing = { at: bench.now(), abuseFrom: null }
  await withAccounts(accounts, rights.scope, (one) => closeDevice(one, deviceId, closing))
  const unknowing = await rights.send(phone, note)
  bench.passMinutes(10)
  const knowing = await rights.send(phone, note)
  const abused = { ...closing, abuseFrom: bench.now() }
  await withAccounts(accounts, rights.scope, (one) => closeDevice(one, deviceId, abused))
  const stolen = await rights.send(phone, note)

  expect(await marksOf(unknowing)).toEqual(['deviceClosed'])
  expect(await rights.outcome(knowing)).toBe('held deviceClosed')
  expect(await rights.outcome(stolen)).toBe('held abuse')
})

test('an expired credential stores what it brings, without effect', async () => {
  const { phone } = await aNurse()
  bench.passMinutes(days(89))
  const inTime = await rights.send(phone, note)
  bench.passMinutes(days(2))

  const late = await rights.send(phone, note)

  expect(await marksOf(inTime)).toEqual([])
  expect(await rights.outcome(late)).toBe('held credentialExpired')
})
