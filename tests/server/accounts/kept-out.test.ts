import { describe, expect, test } from 'vitest'
import { signInLocally } from '#server/accounts/sign-in.ts'
import { Refused } from '#server/base/refused.ts'
import { anAccount, testMunicipality, testPassword, testServer } from '../../support/test-server.ts'

const bench = await testServer()
const { server, services } = bench

function tryToSignIn(
  username: string,
  password: string,
  remoteAddress: string,
  cookie: string | null = null,
) {
  const headers = cookie === null ? {} : { cookie, 'sec-fetch-site': 'same-origin' }
  return server.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { username, password },
    headers,
    remoteAddress,
  })
}

/** What a browser sends with its next sign-in. */
function knownCookie({ headers }: { headers: Record<string, unknown> }): string {
  const cookies = [headers['set-cookie']].flat().map(String)
  return cookies.find((cookie) => cookie.startsWith('beredt-known='))?.split(';')[0] ?? ''
}

describe('nobody keeps a named person out', () => {
  test('of her own phone, though strangers beside her have tried her account and everybody’s', async () => {
    await anAccount(bench, { username: 'anne', role: 'nurse', zones: [] })
    const phone = knownCookie(await tryToSignIn('anne', testPassword, '10.0.5.1'))
    for (let n = 0; n < 10; n += 1) await tryToSignIn('anne', 'feil', '10.0.5.1')
    for (let n = 0; n < 50; n += 1) await tryToSignIn(`anne-${n}`, 'feil', '10.0.5.1')

    const onNewPhone = await tryToSignIn('anne', testPassword, '10.0.5.1')
    const onHers = await tryToSignIn('anne', testPassword, '10.0.5.1', phone)

    expect([onNewPhone.statusCode, onHers.statusCode]).toEqual([429, 200])
  })

  test('from elsewhere, on any phone', async () => {
    await anAccount(bench, { username: 'berit', role: 'nurse', zones: [] })
    for (let n = 0; n < 10; n += 1) await tryToSignIn('berit', 'feil', '10.0.6.1')

    expect((await tryToSignIn('berit', testPassword, '10.0.6.2')).statusCode).toBe(200)
  })

  test('and whoever has her phone waits there after five tries', async () => {
    await anAccount(bench, { username: 'cecilie', role: 'nurse', zones: [] })
    const phone = knownCookie(await tryToSignIn('cecilie', testPassword, '10.0.7.1'))
    for (let n = 0; n < 5; n += 1) await tryToSignIn('cecilie', 'feil', '10.0.7.1', phone)

    expect((await tryToSignIn('cecilie', testPassword, '10.0.7.9', phone)).statusCode).toBe(429)
    expect((await tryToSignIn('cecilie', testPassword, '10.0.7.1')).statusCode).toBe(200)
  })

  test('a colleague’s phone is a stranger’s to her account, until she has signed in on it', async () => {
    await anAccount(bench, { username: 'dagny', role: 'nurse', zones: [] })
    await anAccount(bench, { username: 'eva', role: 'nurse', zones: [] })
    const shared = knownCookie(await tryToSignIn('dagny', testPassword, '10.0.8.1'))
    for (let n = 0; n < 5; n += 1) await tryToSignIn('eva', 'feil', '10.0.8.1', shared)

    const early = await tryToSignIn('eva', testPassword, '10.0.8.1', shared)
    bench.passMinutes(1)
    const both = knownCookie(await tryToSignIn('eva', testPassword, '10.0.8.1', shared))
    for (let n = 0; n < 6; n += 1) await tryToSignIn('eva', 'feil', '10.0.8.1')
    const eva = await tryToSignIn('eva', testPassword, '10.0.8.1', both)
    const dagny = await tryToSignIn('dagny', testPassword, '10.0.8.1', both)

    expect([early, eva, dagny].map(({ statusCode }) => statusCode)).toEqual([429, 200, 200])
  })

  test('a cookie that the server has not written is no known device', async () => {
    await anAccount(bench, { username: 'frida', role: 'nurse', zones: [] })
    const phone = knownCookie(await tryToSignIn('frida', testPassword, '10.0.9.1'))
    const forged = phone.replace(/=.{36}/, `=${crypto.randomUUID()}`)
    for (let n = 0; n < 5; n += 1) await tryToSignIn('frida', 'feil', '10.0.9.1')

    expect((await tryToSignIn('frida', testPassword, '10.0.9.1', forged)).statusCode).toBe(429)
    expect((await tryToSignIn('frida', testPassword, '10.0.9.1', phone)).statusCode).toBe(200)
  })
})

test('a server that was too busy to look at a password has counted no try', async () => {
  await anAccount(bench, { username: 'gro', role: 'nurse', zones: [] })
  const busy = { ...services, passwords: { ...services.passwords, matches: refuseAsBusy } }
  const from = { municipality: testMunicipality, address: '10.0.10.1', knownDevice: null }
  const attempt = { username: 'gro', password: testPassword }

  for (let n = 0; n < 9; n += 1) {
    await expect(signInLocally(busy, from, attempt)).rejects.toThrow('busy')
  }

  expect((await tryToSignIn('gro', testPassword, '10.0.10.1')).statusCode).toBe(200)
})

function refuseAsBusy(): Promise<boolean> {
  return Promise.reject(new Refused('busy'))
}
