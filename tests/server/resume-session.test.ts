import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { StartResumingAnswer } from '#contract/resume-session.ts'
import { routes } from '#contract/routes.ts'
import { DeviceId, type EmployeeId } from '#domain/base/ids.ts'
import { closeAccount, closeDevice } from '#server/accounts/close-account.ts'
import { withAccounts } from '#server/database/with-tenant.ts'
import {
  enrolPhone,
  phoneKeys,
  provenRequest,
  sendEnrolment,
  startEnrolment,
} from '../support/enrol-phone.ts'
import {
  type Enrolled,
  resume,
  sendProof,
  sessionProof,
  startResuming,
} from '../support/resumed-session.ts'
import { cookieFrom } from '../support/cookie-from.ts'
import {
  anAccount,
  signIn,
  testMunicipality,
  testPassword,
  testServer,
  testZones,
} from '../support/test-server.ts'
import { webCrypto } from '../support/web-crypto.ts'

const bench = await testServer()
const { server, services } = bench
const crypto = await webCrypto()
const day = 24 * 60

/** A nurse and a colleague on one phone. The colleague has signed in last, in the same browser. */
let kari: Enrolled
let ola: Enrolled
let cookie: string
let count = 0

async function enrolled(username: string, deviceId: DeviceId, device?: Enrolled['keys']['device']) {
  const zones = testZones.slice(0, 1)
  const employeeId = await anAccount(bench, { username, role: 'nurse', zones })
  const headers = await signIn(bench, username)
  const own = await phoneKeys(crypto)
  const keys = { ...own, device: device ?? own.device }
  const vouched = await enrolPhone(server, headers, keys, employeeId, deviceId)
  return { keys, employeeId, deviceId, vouched, headers }
}

beforeEach(async () => {
  count += 1
  const deviceId = DeviceId.parse(randomUUID())
  const first = await enrolled(`kari${count}`, deviceId)
  const second = await enrolled(`ola${count}`, deviceId, first.keys.device)
  kari = first
  ola = second
  const answer = await server.inject({
    method: 'POST',
    url: routes.signIn.path,
    headers: first.headers,
    payload: { username: `ola${count}`, password: testPassword },
  })
  cookie = cookieFrom(answer.headers['set-cookie'])
})

const whoHas = async (value: string): Promise<EmployeeId | number> => {
  const answer = await server.inject({ url: routes.readSession.path, headers: { cookie: value } })
  return answer.statusCode === 200 ? answer.json().employee.id : answer.statusCode
}
const cookieOf = (answer: Awaited<ReturnType<typeof resume>>) =>
  cookieFrom(answer.headers['set-cookie'])

test('who has unlocked the phone goes on with her session where a colleague signed in', async () => {
  const answer = await resume(server, kari, cookie)

  expect([answer.statusCode, answer.json().employee.id]).toEqual([200, kari.employeeId])
  expect(await whoHas(cookieOf(answer))).toBe(kari.employeeId)
})

test('and the colleague goes on with hers in her turn', async () => {
  const first = await resume(server, kari, cookie)

  const second = await resume(server, ola, cookieOf(first))

  expect(await whoHas(cookieOf(second))).toBe(ola.employeeId)
  expect(await whoHas(cookieOf(first))).toBe(401)
})

test('the cookie of a session that was left opens nothing, also when it comes once more', async () => {
  const left = cookie
  await resume(server, kari, cookie)

  expect(await whoHas(left)).toBe(401)

  const again = await resume(server, ola)
  expect(await whoHas(cookieOf(again))).toBe(ola.employeeId)
})

test('a proof is used once', async () => {
  const { nonce } = StartResumingAnswer.parse((await startResuming(server, kari.vouched)).json())
  const proof = await sessionProof(kari, nonce)

  const answers = [await sendProof(server, proof), await sendProof(server, proof)]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 401])
})

test('a nonce is good for ten minutes', async () => {
  const { nonce } = StartResumingAnswer.parse((await startResuming(server, kari.vouched)).json())
  bench.passMinutes(11)

  const answer = await sendProof(server, await sessionProof(kari, nonce))

  expect(answer.statusCode).toBe(401)
})

test('a nonce of another employee is none', async () => {
  const { nonce } = StartResumingAnswer.parse((await startResuming(server, ola.vouched)).json())

  expect((await sendProof(server, await sessionProof(kari, nonce))).statusCode).toBe(401)
})

test('a colleague’s key does not open her session, nor does the phone’s alone', async () => {
  const { nonce } = StartResumingAnswer.parse((await startResuming(server, kari.vouched)).json())
  const byOla = await sessionProof({ ...kari, keys: ola.keys }, nonce)
  const own = await sessionProof(kari, nonce)
  const forged = [
    byOla,
    { ...own, authorSignature: own.deviceSignature },
    { ...own, deviceSignature: own.authorSignature },
    { ...own, author: ola.vouched.author },
  ]

  const answers = await Promise.all(forged.map((proof) => sendProof(server, proof)))

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403])
})

test('keys of another phone are not those of this one', async () => {
  const other = await enrolled(`berit${count}`, DeviceId.parse(randomUUID()))
  const mixed = { ...kari.vouched, device: other.vouched.device }

  expect((await startResuming(server, mixed)).statusCode).toBe(401)
})

test('a key that nobody vouched for is refused', async () => {
  const { subject } = kari.vouched.author
  if (subject.kind !== 'author') throw new Error('No author.')
  const author = { ...kari.vouched.author, subject: { ...subject, employeeId: ola.employeeId } }

  expect((await startResuming(server, { ...kari.vouched, author })).statusCode).toBe(401)
})

test('keys that she has replaced are nobody’s', async () => {
  bench.passMinutes(1)
  const headers = await signIn(bench, `kari${count}`)
  const fresh = { ...(await phoneKeys(crypto)), device: kari.keys.device }
  await enrolPhone(server, headers, fresh, kari.employeeId, kari.deviceId)

  expect((await startResuming(server, kari.vouched)).statusCode).toBe(401)
})

test('a closed account has no session to go on with', async () => {
  const at = { at: bench.now(), abuseFrom: null }
  await withAccounts(services.accounts, testMunicipality, (transaction) =>
    closeAccount(transaction, { municipalityId: testMunicipality, accountId: kari.employeeId }, at),
  )

  expect((await startResuming(server, kari.vouched)).statusCode).toBe(401)
})

test('nobody goes on with a session on a closed phone', async () => {
  const { nonce } = StartResumingAnswer.parse((await startResuming(server, kari.vouched)).json())
  const proof = await sessionProof(kari, nonce)
  const at = { at: bench.now(), abuseFrom: null }
  await withAccounts(services.accounts, testMunicipality, (transaction) =>
    closeDevice(transaction, kari.deviceId, at),
  )

  expect((await sendProof(server, proof)).statusCode).toBe(401)
})

test('thirty days after her password she gives it again, however often she has gone on', async () => {
  let browser = cookie
  const answers: number[] = []
  for (let days = 10; days <= 40; days += 10) {
    bench.passMinutes(10 * day)
    const answer = await resume(server, kari, browser)
    answers.push(answer.statusCode)
    if (answer.statusCode === 200) browser = cookieOf(answer)
  }

  expect(answers).toEqual([200, 200, 401, 401])
})

test('a session that nobody has used for fourteen days is not gone on with', async () => {
  bench.passMinutes(15 * day)

  expect((await startResuming(server, kari.vouched)).statusCode).toBe(401)
})

test('a session that was gone on with is no recent password: it enrols no new keys', async () => {
  const answer = await resume(server, kari, cookie)
  const headers = { cookie: cookieOf(answer), 'sec-fetch-site': 'same-origin' }

  const fresh = { ...(await phoneKeys(crypto)), device: kari.keys.device }
  const nonce = await startEnrolment(server, headers)
  const request = await provenRequest(fresh, nonce, kari.employeeId, kari.deviceId)
  const enrolment = await sendEnrolment(server, headers, request)
  expect([enrolment.statusCode, enrolment.json().kind]).toEqual([401, 'signInAgain'])
})
