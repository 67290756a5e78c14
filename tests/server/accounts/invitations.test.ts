import { describe, expect, test } from 'vitest'
import { MunicipalityId } from '#domain/base/ids.ts'
import { createAccount } from '#server/accounts/create-account.ts'
import { inviteFirstAdministrator } from '#server/accounts/invitations.ts'
import { cookieFrom } from '../../support/cookie-from.ts'
import { anAccount, testServer } from '../../support/test-server.ts'

const administrator = {
  municipalityName: 'Testby kommune',
  name: 'Petter Lunde',
  username: 'petter',
  password: 'et langt passord',
}

async function invitedServer() {
  const bench = await testServer()
  const token = await inviteFirstAdministrator(bench.services)
  const redeem = (more: object) =>
    bench.server.inject({
      method: 'POST',
      url: '/api/invitations/redeem',
      payload: { token, ...administrator, ...more },
    })
  return { bench, token, redeem }
}

describe('the link for the first administrator', () => {
  test('creates the administrator’s account, names the municipality and signs in', async () => {
    const { bench, redeem } = await invitedServer()

    const answer = await redeem({})
    const cookie = cookieFrom(answer.headers['set-cookie'])
    const session = await bench.server.inject({ url: '/api/session', headers: { cookie } })

    expect(session.json()).toMatchObject({
      municipality: { name: 'Testby kommune' },
      employee: { username: 'petter', role: 'administrator' },
    })
  })

  test('is good for one', async () => {
    const { redeem } = await invitedServer()

    const answers = await Promise.all([redeem({}), redeem({ username: 'anna' })])

    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([200, 404]))
  })

  test('is good for a day', async () => {
    const { bench, redeem } = await invitedServer()
    bench.passMinutes(24 * 60)

    expect((await redeem({})).statusCode).toBe(404)
  })

  test('is replaced by the next start', async () => {
    const { bench, redeem } = await invitedServer()
    const next = await inviteFirstAdministrator(bench.services)

    expect((await redeem({})).statusCode).toBe(404)
    expect((await redeem({ token: next })).statusCode).toBe(200)
  })

  test('is made while nobody keeps accounts, and not when an administrator does', async () => {
    const bench = await testServer()
    await anAccount(bench, { username: 'kari', role: 'nurse', zones: [] })
    expect(await inviteFirstAdministrator(bench.services)).not.toBeNull()

    await anAccount(bench, { username: 'arne', role: 'administrator', zones: [] })
    expect(await inviteFirstAdministrator(bench.services)).toBeNull()
  })

  test.each([[{ password: 'for kort' }], [{ token: 'gjettet' }], [{ name: '' }]])(
    'with %j is unreadable and stays good',
    async (more) => {
      const { redeem } = await invitedServer()

      expect((await redeem(more)).statusCode).toBe(400)
      expect((await redeem({})).statusCode).toBe(200)
    },
  )
})

test('an account is not made in a municipality that is not there', async () => {
  const { services } = await testServer()
  const elsewhere = MunicipalityId.parse('annenby')

  const made = createAccount(services, elsewhere, {
    username: 'x',
    password: 'x',
    role: 'nurse',
    name: 'x',
    title: 'x',
    hprNumber: null,
    zones: [],
  })

  await expect(made).rejects.toMatchObject({ code: '23503' })
})
