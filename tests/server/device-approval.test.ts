import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import {
  approvalBench,
  awaiting,
  enrolled,
  notFound,
  refusedAs,
} from '../support/approval-bench.ts'
import { provenRequest, sendEnrolment, startEnrolment } from '../support/enrol-phone.ts'
import { anAccount, signIn, testServer, testZones } from '../support/test-server.ts'

const {
  as,
  aPhone,
  ask,
  begin,
  bench,
  db,
  decide,
  enrol,
  send,
  signedRequest,
  switchApproval,
  waitingFor,
} = await approvalBench()

beforeEach(begin)

test('while the switch is off, which it is from the start, a phone waits for nobody', async () => {
  const fresh = await testServer()
  const annes = await anAccount(fresh, { username: 'anne', role: 'nurse', zones: testZones })
  const headers = await signIn(fresh, 'anne')
  const { deviceId, keys } = await aPhone()
  const nonce = await startEnrolment(fresh.server, headers)
  const request = await provenRequest(keys, nonce, annes, deviceId)
  const answer = await sendEnrolment(fresh.server, headers, request)

  expect(answer.statusCode).toBe(200)
})

test('a phone waits, a leader of its zone sees and approves it, and the phone goes on', async () => {
  const [anne, leader] = [await as('anne'), await as('lise')]
  const phone = await aPhone()
  const waiting = await ask(anne, phone)

  expect(await ask(anne, phone)).toEqual(waiting)
  expect(await waitingFor(leader)).toEqual([
    {
      id: waiting.id,
      label: 'Jobbtelefon Nord 2 – 04',
      employee: { name: 'Kari Nordmann', title: 'Sykepleier' },
      zones: ['nord-1'],
      requestedAt: waiting.requestedAt,
    },
  ])
  expect(await decide(leader, waiting.id, 'approved')).toMatchObject({
    status: 200,
    body: { approvesDevices: true, requests: [] },
  })
  expect(await enrol(anne, phone)).toMatchObject(enrolled)
})

test('nothing is vouched for or kept of a phone that only waits', async () => {
  const phone = await aPhone()
  await ask(await as('anne'), phone)

  const { rows } = await sql`
    select device_id from device where device_id = ${phone.deviceId}
    union select device_id from enrolled_key where device_id = ${phone.deviceId}`.execute(db)

  expect(rows).toEqual([])
})

test('the leader may need longer than the password lasts', async () => {
  const anne = await as('anne')
  const phone = await aPhone()
  const { id } = await ask(anne, phone)
  bench.passMinutes(30)

  expect(await enrol(anne, phone)).toMatchObject(awaiting)
  await decide(await as('lise'), id, 'approved')
  expect(await enrol(anne, phone)).toMatchObject(enrolled)
})

test('an old password does not even ask a leader', async () => {
  const anne = await as('anne')
  bench.passMinutes(11)

  expect(await enrol(anne, await aPhone())).toMatchObject(refusedAs('signInAgain', 401))
  expect(await waitingFor(await as('lise'))).toEqual([])
})

test('an approval is of exactly its keys', async () => {
  const [anne, leader] = [await as('anne'), await as('lise')]
  const [phone, other] = [await aPhone(), await aPhone()]
  const { id } = await ask(anne, phone)
  await decide(leader, id, 'approved')

  const { device, author, recipient } = other.keys
  await ask(anne, { ...phone, keys: { ...phone.keys, author } })
  await ask(anne, { ...phone, keys: { ...phone.keys, device } })
  await ask(anne, { ...phone, keys: { ...phone.keys, recipient } })
  await ask(anne, { ...phone, deviceId: other.deviceId })
  // The keys in each other's places are other keys too.
  const swapped = { device: phone.keys.author, author: phone.keys.device }
  await ask(anne, { ...phone, keys: { ...phone.keys, ...swapped } })
  expect(await enrol(anne, phone)).toMatchObject(enrolled)
})

test('keys that took the place of those a leader saw are not what she approves', async () => {
  const [anne, leader] = [await as('anne'), await as('lise')]
  const phone = await aPhone()
  const seen = await ask(anne, phone)
  const swapped = { ...phone, keys: { ...phone.keys, author: (await aPhone()).keys.author } }
  const later = await ask(anne, swapped)

  expect(later.id).not.toBe(seen.id)
  expect(await decide(leader, seen.id, 'approved')).toMatchObject(notFound)
  expect(await enrol(anne, swapped)).toMatchObject(awaiting)
})

test('an approval is of its employee, also for a colleague who has the phone and its keys', async () => {
  const [anne, berit] = [await as('anne'), await as('berit')]
  const phone = await aPhone()
  const { id } = await ask(anne, phone)
  await decide(await as('lise'), id, 'approved')

  await ask(berit, phone)
  expect(await enrol(anne, phone)).toMatchObject(enrolled)
  await ask(berit, phone)
})

test('nobody takes the place of what another employee asks for on the same phone', async () => {
  const [anne, berit] = [await as('anne'), await as('berit')]
  const phone = await aPhone()
  const annes = await ask(anne, phone)
  const berits = await ask(berit, phone)

  const waiting = await waitingFor(await as('lise'))
  expect(waiting.map(({ id }) => id).toSorted()).toEqual([annes.id, berits.id].toSorted())
})

test('an approval is used once', async () => {
  const anne = await as('anne')
  const phone = await aPhone()
  const { id } = await ask(anne, phone)
  await decide(await as('lise'), id, 'approved')
  await enrol(anne, phone)
  // As when the keys of a lost phone are no longer to be vouched for.
  await sql`delete from enrolled_key where device_id = ${phone.deviceId}`.execute(db)

  expect((await ask(anne, phone)).id).not.toBe(id)
})

test('keys that were vouched for are renewed without a leader', async () => {
  await switchApproval(false)
  const anne = await as('anne')
  const phone = await aPhone()
  await enrol(anne, phone)
  await switchApproval(true)
  bench.passMinutes(30)

  expect(await enrol(anne, phone)).toMatchObject(enrolled)
})

test('three phones of one employee may wait, and a fourth only when one is dealt with', async () => {
  const [anne, leader] = [await as('anne'), await as('lise')]
  const waiting = [
    await ask(anne, await aPhone()),
    await ask(anne, await aPhone()),
    await ask(anne, await aPhone()),
  ]
  const fourth = await aPhone()

  expect(await enrol(anne, fourth)).toMatchObject(refusedAs('tooManyDevices'))
  await ask(await as('berit'), await aPhone())
  await decide(leader, waiting[0]?.id ?? '', 'rejected')
  await ask(anne, fourth)
})

test('requests that come together make no more than three', async () => {
  // A session has one nonce at a time, so each of these has a session of its own. Tries count before the password is
  // looked at, so that many sign-ins at once would be made to wait.
  const asked: {
    anne: Awaited<ReturnType<typeof as>>
    phone: Awaited<ReturnType<typeof aPhone>>
  }[] = []
  for (let phone = 0; phone < 8; phone++)
    asked.push({ anne: await as('anne'), phone: await aPhone() })

  await Promise.all(asked.map(({ anne, phone }) => enrol(anne, phone)))

  expect(await waitingFor(await as('lise'))).toHaveLength(3)
})

test('a question that was asked before asks nothing, and uses no approval up', async () => {
  const [anne, leader] = [await as('anne'), await as('lise')]
  const phone = await aPhone()
  const request = await signedRequest(anne, phone)
  await send(anne, request)
  const [waiting] = await waitingFor(leader)

  expect(await send(anne, request)).toMatchObject(refusedAs('notAllowed'))
  await decide(leader, waiting?.id ?? '', 'approved')
  expect(await send(anne, request)).toMatchObject(refusedAs('notAllowed'))
  expect(await enrol(anne, phone)).toMatchObject(enrolled)
})

test('keys without their proof ask no leader', async () => {
  const anne = await as('anne')
  const request = await signedRequest(anne, await aPhone())
  const { deviceSignature, authorSignature } = request

  expect(await send(anne, { ...request, deviceSignature: authorSignature })).toMatchObject(
    refusedAs('notAllowed'),
  )
  expect(await send(anne, { ...request, authorSignature: deviceSignature })).toMatchObject(
    refusedAs('notAllowed'),
  )
  expect(await waitingFor(await as('lise'))).toEqual([])
})
