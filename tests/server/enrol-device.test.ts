import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anAccount, signIn, testServer, testZones } from '../support/test-server.ts'
import { webCrypto } from '../support/web-crypto.ts'

const bench = await testServer()
const keys = await webCrypto()
const [nord1] = testZones
if (nord1 === undefined) throw new Error('The bench has zones.')
await anAccount(bench, { username: 'anne', role: 'nurse', zones: [nord1] })
await anAccount(bench, { username: 'berit', role: 'nurse', zones: [nord1] })

type Headers = Awaited<ReturnType<typeof signIn>>

/** What a phone sends that asks for its keys to be vouched for. */
async function aRequest() {
  const [device, author] = [await keys.makeKey(), await keys.makeKey()]
  return {
    deviceId: randomUUID(),
    label: 'Jobbtelefon Nord 1 – 04',
    devicePublicKey: device.publicKey,
    authorPublicKey: author.publicKey,
  }
}

async function enrol(headers: Headers, payload: object) {
  const answer = await bench.server.inject({
    method: 'POST',
    url: '/api/devices',
    headers,
    payload,
  })
  return { status: answer.statusCode, body: answer.json() }
}

const again = {
  status: 401,
  body: {
    kind: 'signInAgain',
    text: 'Det er en stund siden du logget inn. Skriv passordet ditt en gang til.',
  },
}

test('a phone is enrolled within ten minutes of the password, and not after', async () => {
  const headers = await signIn(bench, 'anne')
  bench.passMinutes(10)
  expect(await enrol(headers, await aRequest())).toMatchObject({ status: 200 })

  bench.passMinutes(1)
  const request = await aRequest()

  expect(await enrol(headers, request)).toEqual(again)
  expect(await enrol(await signIn(bench, 'anne'), request)).toMatchObject({ status: 200 })
})

test('a refused phone leaves nothing on the server', async () => {
  const headers = await signIn(bench, 'anne')
  bench.passMinutes(11)
  const request = await aRequest()
  await enrol(headers, request)

  // Had the device been stored, its id would belong to the first key.
  const other = { ...request, devicePublicKey: (await aRequest()).devicePublicKey }

  expect(await enrol(await signIn(bench, 'anne'), other)).toMatchObject({ status: 200 })
})

test('the very same keys of the same employee are renewed without a new sign-in', async () => {
  const headers = await signIn(bench, 'anne')
  const request = await aRequest()
  await enrol(headers, request)

  bench.passMinutes(30)

  expect(await enrol(headers, request)).toMatchObject({ status: 200 })
})

test('another key, another device or another employee is nothing to renew', async () => {
  const headers = await signIn(bench, 'anne')
  const berits = await signIn(bench, 'berit')
  const [request, other] = [await aRequest(), await aRequest()]
  await enrol(headers, request)
  await enrol(berits, other)
  bench.passMinutes(30)

  const { authorPublicKey, deviceId, devicePublicKey } = other
  expect(await enrol(headers, { ...request, authorPublicKey })).toEqual(again)
  expect(await enrol(headers, { ...request, deviceId })).toEqual(again)
  expect(await enrol(headers, { ...request, devicePublicKey })).toEqual(again)
  // Both phones are known, each to another employee.
  expect(await enrol(berits, request)).toEqual(again)
  expect(await enrol(headers, { ...request, deviceId, devicePublicKey })).toEqual(again)
})
