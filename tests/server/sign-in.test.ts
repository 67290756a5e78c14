import { describe, expect, test } from 'vitest'
import { EmployeeId } from '#domain/base/ids.ts'
import { loginAttemptRepository } from '#server/accounts/login-attempt-repository.ts'
import { accountLimit } from '#server/accounts/sign-in-limit.ts'
import { withAccounts } from '#server/database/with-tenant.ts'
import { cookieFrom } from '../support/cookie-from.ts'
import {
  anAccount,
  signIn,
  testMunicipality,
  testPassword,
  testServer,
  testZones,
} from '../support/test-server.ts'

const bench = await testServer()
const { server, services } = bench
await anAccount(bench, { username: 'kari', role: 'nurse', zones: testZones.slice(1, 2) })

function tryToSignIn(username: string, password: string, remoteAddress = '10.0.0.1') {
  return server.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { username, password },
    remoteAddress,
  })
}

function readSession(cookie: string) {
  return server.inject({ url: '/api/session', headers: { cookie } })
}

describe('signing in', () => {
  test('answers with the employee and sets a cookie that no script and no other site can use', async () => {
    const answer = await tryToSignIn(' Kari ', testPassword)

    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      municipality: { id: 'testby', name: 'Testby' },
      employee: { username: 'kari', role: 'nurse', title: 'Sykepleier' },
      zones: [{ id: 'nord-2', section: 'nord' }],
      sections: [{ id: 'nord' }],
    })
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^beredt=.+; Path=\/; HttpOnly; SameSite=Strict$/),
      expect.stringMatching(/^beredt-known=.+; Path=\/api\/sign-in; HttpOnly; SameSite=Strict$/),
    ])
    expect(answer.body).not.toContain('argon2')
  })

  test('ends the session that the browser had', async () => {
    const before = await signIn(bench, 'kari')

    await server.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: before,
      payload: { username: 'kari', password: testPassword },
    })

    expect((await readSession(before.cookie)).statusCode).toBe(401)
  })

  test.each([
    ['an unknown username', 'ingen', testPassword],
    ['a wrong password', 'kari', 'feil'],
  ])('with %s is refused in the same words', async (_case, username, password) => {
    const answer = await tryToSignIn(username, password)

    expect(answer.statusCode).toBe(401)
    expect(answer.json()).toEqual({ kind: 'wrongSignIn', text: 'Feil brukernavn eller passord.' })
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  test('of a disabled account is refused, and its session is over', async () => {
    const accountId = await anAccount(bench, { username: 'sluttet', role: 'nurse', zones: [] })
    const { cookie } = await signIn(bench, 'sluttet')
    await disable(accountId)

    const again = await tryToSignIn('sluttet', testPassword)

    expect(again.json()).toMatchObject({ kind: 'wrongSignIn' })
    expect((await readSession(cookie)).statusCode).toBe(401)
  })

  test('without a username or password is unreadable', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/api/sign-in',
      payload: { username: 'kari' },
    })

    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ kind: 'unreadable' })
  })

  test('with a letter that no database takes is unreadable, not a fault', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/api/sign-in',
      payload: { username: 'kari\u0000', password: 'x' },
    })

    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ kind: 'unreadable' })
  })
})

async function disable(accountId: EmployeeId): Promise<void> {
  await withAccounts(services.accounts, testMunicipality, (transaction) =>
    transaction
      .updateTable('account')
      .set({ closedAt: bench.now() })
      .where('accountId', '=', accountId)
      .execute(),
  )
}

describe('too many wrong tries', () => {
  test('make the account wait in that network, even with the right password, and then accept it', async () => {
    await anAccount(bench, { username: 'trykker', role: 'nurse', zones: [] })
    for (let n = 0; n < 5; n += 1) await tryToSignIn('trykker', 'feil', '2001:db8:1:1::1')

    const early = await tryToSignIn('trykker', testPassword, '2001:db8:1:1:ff::2')
    bench.passMinutes(1)
    const later = await tryToSignIn('trykker', testPassword, '2001:db8:1:1:ff::2')

    expect(early.statusCode).toBe(429)
    expect(early.headers['retry-after']).toBe('15')
    expect(later.statusCode).toBe(200)
  })

  test('at the same moment are all counted', async () => {
    await anAccount(bench, { username: 'samtidig', role: 'nurse', zones: [] })

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => tryToSignIn('samtidig', 'feil', '10.0.2.1')),
    )

    expect(answers.filter((answer) => answer.statusCode === 401)).toHaveLength(5)
    expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(15)
  })

  test('from one network make it wait, whichever account it tries', async () => {
    for (let n = 0; n < 50; n += 1) await tryToSignIn(`gjetter-${n}`, 'feil', '10.0.3.1')

    const there = await tryToSignIn('kari', testPassword, '10.0.3.1')
    const elsewhere = await tryToSignIn('kari', testPassword, '10.0.3.2')

    expect(there.statusCode).toBe(429)
    expect(elsewhere.statusCode).toBe(200)
  })

  test('are remembered by a server that has been restarted', async () => {
    for (let n = 0; n < 5; n += 1) await tryToSignIn('husket', 'feil', '10.0.4.1')
    const restarted = loginAttemptRepository(services.accounts, services.sources)

    const seconds = await restarted.waitSeconds(testMunicipality, {
      kind: 'accountAtNetwork',
      name: '10.0.4.1 husket',
      limit: accountLimit,
    })

    expect(seconds).toBe(15)
  })
})

describe('a session', () => {
  test('is read with its cookie and refused without', async () => {
    const { cookie } = await signIn(bench, 'kari')

    expect((await readSession(cookie)).json()).toMatchObject({ employee: { username: 'kari' } })
    expect((await server.inject({ url: '/api/session' })).json()).toMatchObject({
      kind: 'signInNeeded',
    })
  })

  test('ends at sign-out', async () => {
    const headers = await signIn(bench, 'kari')

    const signedOut = await server.inject({ method: 'POST', url: '/api/sign-out', headers })

    expect(signedOut.statusCode).toBe(204)
    expect((await readSession(headers.cookie)).statusCode).toBe(401)
  })

  test('gets a new token after 15 minutes, and the old one holds until the new one has been seen', async () => {
    const { cookie } = await signIn(bench, 'kari')
    bench.passMinutes(16)

    const rotated = await readSession(cookie)
    const newCookie = cookieFrom(rotated.headers['set-cookie'])
    const lateRequest = await readSession(cookie)
    const withNew = await readSession(newCookie)

    expect(newCookie).not.toBe(cookie)
    expect([rotated.statusCode, lateRequest.statusCode, withNew.statusCode]).toEqual([
      200, 200, 200,
    ])
  })

  test('goes on when the answer with the new token was lost', async () => {
    const { cookie } = await signIn(bench, 'kari')
    bench.passMinutes(16)
    await readSession(cookie)
    bench.passMinutes(60)

    const again = await readSession(cookie)

    expect(again.statusCode).toBe(200)
    expect(cookieFrom(again.headers['set-cookie'])).not.toBe(cookie)
  })

  test('ends for both when a token that was replaced is used again', async () => {
    const { cookie } = await signIn(bench, 'kari')
    bench.passMinutes(16)
    const newCookie = cookieFrom((await readSession(cookie)).headers['set-cookie'])
    await readSession(newCookie)
    bench.passMinutes(2)

    const copied = await readSession(cookie)

    expect(copied.statusCode).toBe(401)
    expect((await readSession(newCookie)).statusCode).toBe(401)
  })

  test('gets one new token when many requests come at once', async () => {
    const { cookie } = await signIn(bench, 'kari')
    bench.passMinutes(16)

    const answers = await Promise.all(Array.from({ length: 8 }, () => readSession(cookie)))

    expect(answers.map((answer) => answer.statusCode)).toEqual(answers.map(() => 200))
    expect(answers.filter((answer) => 'set-cookie' in answer.headers)).toHaveLength(1)
  })

  test('is over after 14 days without use', async () => {
    const { cookie } = await signIn(bench, 'kari')
    bench.passMinutes(14 * 24 * 60)

    expect((await readSession(cookie)).statusCode).toBe(401)
  })

  test.each(['', 'x', `${crypto.randomUUID()}.${'a'.repeat(43)}`])(
    'is not opened by the cookie «%s»',
    async (value) => {
      expect((await readSession(`beredt=${value}`)).statusCode).toBe(401)
    },
  )
})
