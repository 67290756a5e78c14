import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { codeIn, keepingBench } from '../../support/keeping-bench.ts'
import { anAccount, signIn } from '../../support/test-server.ts'

const keeping = await keepingBench()
const { as, bench, call, change, close, giveCode, ids, list, make, redeem, signInWith, zones } =
  keeping
const { owner: db } = bench

const events = async (account: string) => {
  const { rows } = await sql<{ kind: string; byAccount: string | null }>`
    select kind, by_account from account_event where account_id = ${account} order by event_id`.execute(
    db,
  )
  return rows
}

describe('an account that an administrator makes', () => {
  test('lets nobody in before its owner has chosen a password by the code', async () => {
    const made = await make(await as('arne'), { name: 'Mona Ås' })
    const { username, code } = codeIn(made)

    expect(username).toBe('mona.as')
    expect((await signInWith(username, '')).status).toBe(400)
    expect((await signInWith(username, code)).status).toBe(401)
    const redeemed = await redeem(username, code)
    expect(redeemed).toMatchObject({ status: 200, body: { employee: { name: 'Mona Ås' } } })
    expect((await signInWith(username, 'et langt nytt passord')).status).toBe(200)
  })

  test('is logged with who made it, and with who used the code', async () => {
    const made = await make(await as('arne'), { name: 'Petra Holm' })
    const { username, code } = codeIn(made)
    await redeem(username, code)
    const id = made.kind === 'saved' ? made.account.id : ''

    expect(await events(id)).toEqual([
      { kind: 'made', byAccount: ids.arne },
      { kind: 'codeIssued', byAccount: ids.arne },
      { kind: 'passwordChosen', byAccount: id },
    ])
  })

  test('has the username that was asked for, unless somebody has it', async () => {
    const arne = await as('arne')

    expect(codeIn(await make(arne, { username: 'MONA2' })).username).toBe('mona2')
    expect(await make(arne, { username: 'mona2' })).toEqual({
      kind: 'refused',
      refusal: { kind: 'usernameTaken' },
    })
  })

  test('has no zone that is not there', async () => {
    expect(await make(await as('arne'), { zones: ['borte'] })).toEqual({
      kind: 'refused',
      refusal: { kind: 'unknownZone' },
    })
  })
})

describe('a one-time code', () => {
  test('works once', async () => {
    const { username, code } = codeIn(await make(await as('arne'), { name: 'En Gang' }))
    await redeem(username, code)

    expect((await redeem(username, code)).status).toBe(401)
  })

  test('is read in small letters and with spaces', async () => {
    const { username, code } = codeIn(await make(await as('arne'), { name: 'Små Bokstaver' }))

    expect(
      (await redeem(username.toUpperCase(), code.toLowerCase().replaceAll('-', ' '))).status,
    ).toBe(200)
  })

  test('ends after seven days', async () => {
    const { username, code } = codeIn(await make(await as('arne'), { name: 'For Sen' }))
    bench.passMinutes(7 * 24 * 60)

    expect((await redeem(username, code)).status).toBe(401)
    const [account] = (await list(await as('arne'))).filter((one) => one.username === username)
    expect(account?.signIn).toEqual({ kind: 'none' })
  })

  test('is another one’s of no use, and tries are counted as those of a sign-in', async () => {
    const arne = await as('arne')
    const one = codeIn(await make(arne, { name: 'Første Ansatt' }))
    const other = codeIn(await make(arne, { name: 'Andre Ansatt' }))
    const statuses: number[] = []
    for (let tries = 0; tries < 7; tries++) {
      statuses.push((await redeem(one.username, other.code)).status)
    }

    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401])
    expect(statuses.at(-1)).toBe(429)
  })

  test('the newest takes the place of the one before', async () => {
    const arne = await as('arne')
    const made = await make(arne, { name: 'Mistet Lapp' })
    const first = codeIn(made)
    const second = codeIn(await giveCode(arne, made.kind === 'saved' ? made.account.id : ''))

    expect((await redeem(first.username, first.code)).status).toBe(401)
    expect((await redeem(first.username, second.code)).status).toBe(200)
  })

  test('stands nowhere in the database or the log', async () => {
    const { code } = codeIn(await make(await as('arne'), { name: 'Hemmelig Kode' }))
    const { rows } = await sql<{ text: string }>`
      select concat(code_hash) as text from sign_in_code union all
      select detail::text from account_event`.execute(db)

    expect(rows.some(({ text }) => text.includes(code))).toBe(false)
    expect(bench.logLines.join('\n')).not.toContain(code)
  })
})

test('a leader lets in somebody who has forgotten her password: the old one works until then, and her sessions end', async () => {
  const nurse = await signIn(bench, 'anne')
  const { username, code } = codeIn(await giveCode(await as('lise'), ids.anne))

  expect((await call(nurse, 'GET', '/api/session')).status).toBe(200)
  expect((await redeem(username, code, 'hest batteri stift')).status).toBe(200)
  expect((await call(nurse, 'GET', '/api/session')).status).toBe(401)
  expect((await signInWith('anne')).status).toBe(401)
  expect((await signInWith('anne', 'hest batteri stift')).status).toBe(200)
  expect((await events(ids.anne)).map(({ kind }) => kind)).toEqual(['codeIssued', 'passwordChosen'])
})

describe('a leader', () => {
  test('sees those who share a zone with her, and changes those of her zones alone', async () => {
    const seen = await list(await as('lise'))

    expect(seen.map(({ username }) => username)).toEqual(
      expect.arrayContaining(['anne', 'lise', 'liv']),
    )
    expect(seen.map(({ username }) => username)).not.toContain('sara')
    expect(seen.map(({ username }) => username)).not.toContain('arne')
    expect(seen.find(({ id }) => id === ids.anne)?.mayChange).toBe(true)
    expect(seen.find(({ id }) => id === ids.liv)?.mayChange).toBe(false)
    expect(seen.find(({ id }) => id === ids.lise)?.mayChange).toBe(false)
  })

  test.each([
    ['somebody of another zone', 'sara', 'unknownAccount'],
    ['somebody with a zone beside hers', 'liv', 'notYours'],
    ['an administrator', 'arne', 'unknownAccount'],
    ['herself', 'lise', 'own'],
  ] as const)('gives no code to %s', async (_whom, username, kind) => {
    const answer = await giveCode(await as('lise'), ids[username])

    expect(answer).toEqual({ kind: 'refused', refusal: { kind } })
  })

  test('makes an account of her zone, but no leader and nobody elsewhere', async () => {
    const lise = await as('lise')

    expect((await make(lise, { name: 'Ny Hos Lise' })).kind).toBe('saved')
    expect(await make(lise, { role: 'sectionLeader' })).toMatchObject({
      refusal: { kind: 'roleNotYours' },
    })
    expect(await make(lise, { zones: [zones.sor1] })).toMatchObject({
      refusal: { kind: 'zonesNotYours' },
    })
  })

  test('gives nobody of hers a role or a zone that is not hers to give', async () => {
    const lise = await as('lise')
    const given = { account: ids.anne, name: 'Anne Berg' }

    expect(await change(lise, { ...given, role: 'hdu' })).toMatchObject({
      refusal: { kind: 'roleNotYours' },
    })
    expect(await change(lise, { ...given, zones: [zones.sor1] })).toMatchObject({
      refusal: { kind: 'zonesNotYours' },
    })
    expect((await change(lise, { ...given, zones: [zones.nord1, zones.nord2] })).kind).toBe('saved')
  })
})

test('an administrator gives herself no patients: neither role nor zone nor a code', async () => {
  const arne = await as('arne')
  const own = { kind: 'refused', refusal: { kind: 'own' } }

  expect(await change(arne, { account: ids.arne, role: 'nurse' })).toEqual(own)
  expect(await change(arne, { account: ids.arne, role: 'administrator', zones: [] })).toEqual(own)
  expect(await giveCode(arne, ids.arne)).toEqual(own)
  expect(await close(arne, ids.arne)).toEqual(own)
})

test('a changed role and changed zones hold from the next request on, and the change is logged with what was', async () => {
  const before = await signIn(bench, 'sara')
  await change(await as('arne'), {
    account: ids.sara,
    name: 'Sara Vik',
    role: 'shiftLead',
    zones: [zones.nord2],
  })

  const { body } = await call(before, 'GET', '/api/session')
  expect(body).toMatchObject({ employee: { role: 'shiftLead' }, zones: [{ id: zones.nord2 }] })
  const { rows } = await sql<{ detail: unknown }>`
    select detail from account_event where account_id = ${ids.sara} and kind = 'changed'`.execute(
    db,
  )
  expect(rows.at(-1)?.detail).toMatchObject({
    role: 'shiftLead',
    before: { role: 'nurse', zones: [zones.sor1] },
  })
})

describe('the last administrator', () => {
  test('is neither closed nor demoted by one whose own code still waits', async () => {
    const arne = await as('arne')
    const made = await make(arne, { name: 'Andre Admin', role: 'administrator', zones: [] })
    const { username, code } = codeIn(made)
    await redeem(username, code)
    const second = await signIn(bench, 'arne')
    const other = await call(null, 'POST', '/api/sign-in', {
      username,
      password: 'et langt nytt passord',
    })
    const cookie = [other.headers['set-cookie']].flat().join('').split(';')[0] ?? ''
    const admin = { cookie, 'sec-fetch-site': 'same-origin' }
    const id = made.kind === 'saved' ? made.account.id : ''

    // Two of them: either may go.
    expect((await close(second, id)).kind).toBe('saved')
    expect((await call(admin, 'GET', '/api/accounts')).status).toBe(401)
    const third = await make(arne, { name: 'Tredje Admin', role: 'administrator', zones: [] })
    expect(third.kind).toBe('saved')
    // Nobody else has a password: whoever asks is the last one, and cannot ask about herself.
    await anAccount(bench, { username: 'ekstra', role: 'administrator', zones: [] })
    const extra = await signIn(bench, 'ekstra')
    expect((await close(extra, ids.arne)).kind).toBe('saved')
    expect((await close(await signIn(bench, 'ekstra'), id)).kind).toBe('refused')
  })

  test('two who close each other at the same moment leave one', async () => {
    const [a, b] = [
      await anAccount(bench, { username: 'admin-a', role: 'administrator', zones: [] }),
      await anAccount(bench, { username: 'admin-b', role: 'administrator', zones: [] }),
    ]
    await sql`update account set closed_at = now() where role = 'administrator'
      and account_id <> all(${[a, b]}::uuid[])`.execute(db)
    const [asA, asB] = [await signIn(bench, 'admin-a'), await signIn(bench, 'admin-b')]

    const closing = (headers: typeof asA, account: string) =>
      call(headers, 'POST', '/api/accounts/close', { account, reason: { kind: 'left' } })
    await Promise.all([closing(asA, b), closing(asB, a)])

    const { rows } = await sql<{ count: number }>`select count(*)::int as count from account
      where role = 'administrator' and closed_at is null`.execute(db)
    expect(rows[0]?.count).toBe(1)
    await sql`update account set closed_at = null where account_id = ${ids.arne}`.execute(db)
  })
})

test('a closed account: its sessions, its code and its password end at once, its owner is found in no list of staff', async () => {
  const arne = await as('arne')
  const made = await make(arne, { name: 'Slutter Snart' })
  const { username, code } = codeIn(made)
  const redeemed = await redeem(username, code)
  const cookie = [redeemed.headers['set-cookie']].flat().join('').split(';')[0] ?? ''
  const session = { cookie, 'sec-fetch-site': 'same-origin' }
  const id = made.kind === 'saved' ? made.account.id : ''
  const again = codeIn(await giveCode(arne, id))

  expect(await close(await as('lise'), id)).toMatchObject({
    kind: 'saved',
    account: { mayChange: false },
  })
  expect((await call(session, 'GET', '/api/session')).status).toBe(401)
  expect((await signInWith(username, 'et langt nytt passord')).status).toBe(401)
  expect((await redeem(username, again.code)).status).toBe(401)
  expect(await giveCode(arne, id)).toEqual({ kind: 'refused', refusal: { kind: 'closed' } })
  expect((await events(id)).at(-1)).toEqual({ kind: 'closed', byAccount: ids.lise })
})
