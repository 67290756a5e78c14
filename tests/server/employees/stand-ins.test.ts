import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { Session } from '#contract/read-session.ts'
import { refusalIn } from '../../support/refusal-in.ts'
import { codeIn, keepingBench } from '../../support/keeping-bench.ts'
import { anAccount, signIn, testMunicipality } from '../../support/test-server.ts'
import { settleAllStandIns } from '#server/employees/stand-in-clock.ts'

const keeping = await keepingBench()
const {
  as,
  bench,
  call,
  change,
  close,
  ids,
  lend,
  list,
  make,
  redeem,
  signInWith,
  standIn,
  zones,
} = keeping
const { services, owner: db } = bench
const oneDay = 24 * 60
const password = 'et langt nytt passord'

/** From today, which is 23 November at noon in Norway, through that many days on. */
const days = (from: number, to: number) => ({
  from: `2026-11-${23 + from}`,
  to: `2026-11-${23 + to}`,
})
const until = (to: number) => ({ kind: 'days', ...days(0, to) })

let made = 0

/** A stand-in who has chosen her password. */
async function aStandIn(to = 3): Promise<{ id: string; username: string }> {
  const answer = await make(await as('lise'), { name: `Vikar ${++made}`, standIn: days(0, to) })
  const { username, code } = codeIn(answer)
  await redeem(username, code)
  return { id: answer.kind === 'saved' ? answer.account.id : '', username }
}

async function sessionOf(username: string) {
  const { headers } = await signInWith(username, password)
  const cookie = String(headers['set-cookie']).split(';')[0] ?? ''
  return { cookie, 'sec-fetch-site': 'same-origin' as const }
}

const accountOf = async (id: string) => (await list(await as('arne'))).find((one) => one.id === id)
const backAtFirst = (minutes: number) => bench.passMinutes(-minutes)

async function kindsOf(id: string): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`
    select kind from account_event where account_id = ${id} order by event_id`.execute(db)
  return rows.map(({ kind }) => kind)
}

const aNurse = async () => {
  const answer = await make(await as('arne'), { name: `Fast ${++made}` })
  const { username, code } = codeIn(answer)
  await redeem(username, code)
  return { id: answer.kind === 'saved' ? answer.account.id : '', username }
}
const zonesOf = async (username: string) => {
  const { body } = await call(await sessionOf(username), 'GET', '/api/session')
  return Session.parse(body).zones.map(({ id }) => id)
}

const usedZones = async ({ cookie }: { cookie: string }) => {
  const value = cookie.slice(cookie.indexOf('=') + 1)
  return (await services.sessions.use(testMunicipality, value))?.signedIn.zones
}

describe('a stand-in', () => {
  test('is let in through her last day, and told in words the day after', async () => {
    const { username } = await aStandIn(3)
    // To the last minute of the 26th in Norway: from noon three days and twelve hours.
    bench.passMinutes(3 * oneDay + 12 * 60 - 1)
    expect((await signInWith(username, password)).status).toBe(200)

    bench.passMinutes(1)
    const late = await signInWith(username, password)
    expect(late.status).toBe(403)
    expect(late.body).toEqual({
      kind: 'notAllowed',
      text: 'Tilgangen din gjaldt til 26.11.2026. Skal du jobbe mer, ber du lederen din forlenge den.',
    })
    backAtFirst(3 * oneDay + 12 * 60)
  })

  test('has the same words after the round that closes her account', async () => {
    const { username, id } = await aStandIn(1)
    bench.passMinutes(2 * oneDay)
    await settleAllStandIns(services)

    expect((await signInWith(username, password)).body).toMatchObject({ kind: 'notAllowed' })
    expect((await signInWith(username, 'et annet passord')).body).toMatchObject({
      kind: 'wrongSignIn',
    })
    expect((await kindsOf(id)).at(-1)).toBe('standInEnded')
    backAtFirst(2 * oneDay)
  })

  test('loses a session at the same moment, before any round', async () => {
    const { username, id } = await aStandIn(1)
    const session = await sessionOf(username)
    expect((await call(session, 'GET', '/api/session')).status).toBe(200)
    bench.passMinutes(2 * oneDay)

    expect((await call(session, 'GET', '/api/session')).status).toBe(401)
    expect((await accountOf(id))?.closedAt).toBe('2026-11-24T23:00:00.000Z')
    backAtFirst(2 * oneDay)
  })

  test('who begins later is told from when, and her code is not used up by it', async () => {
    const answer = await make(await as('lise'), { name: 'Kommer Senere', standIn: days(2, 6) })
    const { username, code } = codeIn(answer)

    const early = await redeem(username, code)
    expect(early.status).toBe(403)
    expect(early.body).toMatchObject({
      text: 'Tilgangen din gjelder fra 25.11.2026. Prøv igjen da, eller ring lederen din.',
    })
    bench.passMinutes(2 * oneDay)
    expect((await redeem(username, code)).status).toBe(200)
    backAtFirst(2 * oneDay)
  })

  test('is extended and ended early by whoever keeps her account', async () => {
    const { username, id } = await aStandIn(1)
    const lise = await as('lise')

    expect(await standIn(lise, id, until(5))).toMatchObject({
      kind: 'saved',
      account: { standIn: { to: '2026-11-28T23:00:00.000Z' }, closedAt: null },
    })
    bench.passMinutes(3 * oneDay)
    expect((await signInWith(username, password)).status).toBe(200)
    const session = await sessionOf(username)
    expect(await standIn(await as('lise'), id, { kind: 'ended' })).toMatchObject({ kind: 'saved' })
    expect((await call(session, 'GET', '/api/session')).status).toBe(401)
    expect((await signInWith(username, password)).body).toMatchObject({ kind: 'notAllowed' })
    expect(await kindsOf(id)).toEqual([
      'made',
      'codeIssued',
      'passwordChosen',
      'standInSaved',
      'standInEnded',
    ])
    backAtFirst(3 * oneDay)
  })

  test('who is over gets more days, and no session from before comes to life', async () => {
    const { username, id } = await aStandIn(1)
    const session = await sessionOf(username)
    bench.passMinutes(2 * oneDay)

    expect(await standIn(await as('lise'), id, until(6))).toMatchObject({
      kind: 'saved',
      account: { closedAt: null },
    })
    expect((await call(session, 'GET', '/api/session')).status).toBe(401)
    expect((await signInWith(username, password)).status).toBe(200)
    backAtFirst(2 * oneDay)
  })

  test('becomes permanent, and is no stand-in then', async () => {
    const { username, id } = await aStandIn(1)
    const arne = await as('arne')
    await standIn(arne, id, { kind: 'permanent' })
    bench.passMinutes(9 * oneDay)

    expect((await signInWith(username, password)).status).toBe(200)
    expect(refusalIn(await standIn(await as('arne'), id, { kind: 'ended' }))).toBe('notStandIn')
    backAtFirst(9 * oneDay)
  })

  test('whose access was closed by a person is not opened by more days', async () => {
    const { id } = await aStandIn(2)
    await close(await as('lise'), id)

    expect(refusalIn(await standIn(await as('lise'), id, until(5)))).toBe('closed')
  })

  test('has days in the calendar, in their order, and not over already', async () => {
    const { id } = await aStandIn(2)
    const arne = await as('arne')
    const asked = (from: string, to: string) => standIn(arne, id, { kind: 'days', from, to })

    expect(refusalIn(await asked('2026-11-20', '2026-11-22'))).toBe('pastDays')
    expect(refusalIn(await asked('2026-11-28', '2026-11-25'))).toBe('reversedDays')
    expect(refusalIn(await asked('2026-11-24', '2026-11-31'))).toBe('unreadableDays')
  })

  test('is nobody’s to extend who does not keep her, and not her own', async () => {
    const { id } = await aStandIn(2)
    await anAccount(bench, { username: 'sofie', role: 'sectionLeader', zones: [zones.sor1] })

    expect(refusalIn(await standIn(await as('lise'), ids.sara, until(5)))).toBe('unknownAccount')
    expect(refusalIn(await standIn(await as('lise'), ids.lise, until(5)))).toBe('own')
    expect(refusalIn(await standIn(await as('lise'), ids.liv, until(5)))).toBe('notYours')
    const nurse = await as('anne')
    const answer = await call(nurse, 'PUT', '/api/accounts/stand-in', {
      account: id,
      change: until(5),
    })
    expect(answer.status).toBe(403)
  })

  test('is never the last administrator who is there for good', async () => {
    const second = await anAccount(bench, { username: 'astrid', role: 'administrator', zones: [] })
    expect(await standIn(await as('arne'), second, until(5))).toMatchObject({ kind: 'saved' })

    expect(refusalIn(await standIn(await signIn(bench, 'astrid'), ids.arne, until(5)))).toBe(
      'lastAdministrator',
    )
  })
})

describe('a zone that is lent', () => {
  test('is hers at once and through its last day, without a round', async () => {
    const { id, username } = await aNurse()
    const answer = await lend(await as('arne'), id, zones.sor1, until(1))

    expect(answer).toMatchObject({
      kind: 'saved',
      account: { zones: [zones.nord1], lentZones: [{ zone: zones.sor1 }] },
    })
    expect(await zonesOf(username)).toEqual([zones.nord1, zones.sor1])
    const session = await sessionOf(username)
    bench.passMinutes(2 * oneDay)
    // Her session is as old as she may leave it; her zones are read with it at each request.
    expect(await usedZones(session)).toEqual([zones.nord1])
    await settleAllStandIns(services)
    expect(await zonesOf(username)).toEqual([zones.nord1])
    expect(await kindsOf(id)).toEqual(expect.arrayContaining(['zoneLent', 'zoneReturned']))
    backAtFirst(2 * oneDay)
  })

  test('that begins later is given by the round when it is due', async () => {
    const { id, username } = await aNurse()
    await lend(await as('arne'), id, zones.sor1, { kind: 'days', ...days(1, 2) })
    expect(await zonesOf(username)).toEqual([zones.nord1])
    bench.passMinutes(oneDay)

    await settleAllStandIns(services)
    expect(await zonesOf(username)).toEqual([zones.nord1, zones.sor1])
    await lend(await as('arne'), id, zones.sor1, { kind: 'ended' })
    expect(await zonesOf(username)).toEqual([zones.nord1])
    backAtFirst(oneDay)
  })

  test('stays when her account is changed, and is hers for good when it is chosen there', async () => {
    const { id, username } = await aNurse()
    const arne = await as('arne')
    await lend(arne, id, zones.nord2, until(3))
    await change(arne, { account: id, name: 'Fast Endret', zones: [zones.nord1] })
    expect(await zonesOf(username)).toEqual([zones.nord1, zones.nord2])

    await change(arne, { account: id, name: 'Fast Endret', zones: [zones.nord1, zones.nord2] })
    expect(await accountOf(id)).toMatchObject({
      zones: [zones.nord1, zones.nord2],
      lentZones: [],
    })
    expect(refusalIn(await lend(arne, id, zones.nord2, until(5)))).toBe('zoneHeld')
  })

  test('is lent by whoever has it, and a leader cannot give a code to somebody with another’s zone', async () => {
    const { id } = await aNurse()
    expect(refusalIn(await lend(await as('lise'), id, zones.sor1, until(2)))).toBe('zonesNotYours')
    await lend(await as('arne'), id, zones.sor1, until(2))

    expect(refusalIn(await keeping.giveCode(await as('lise'), id))).toBe('notYours')
    expect(refusalIn(await lend(await as('lise'), ids.lise, zones.nord2, until(2)))).toBe('own')
    expect(refusalIn(await lend(await as('arne'), id, zones.nord2, { kind: 'ended' }))).toBe(
      'notLent',
    )
  })
})
