import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import {
  approvalBench,
  awaiting,
  enrolled,
  notFound,
  refusedAs,
} from '../support/approval-bench.ts'
import { anAccount, signIn, testServer, testZones } from '../support/test-server.ts'

const { as, aRequest, ask, begin, bench, db, decide, enrol, switchApproval, waitingFor } =
  await approvalBench()

beforeEach(begin)

test('while the switch is off, which it is from the start, a phone waits for nobody', async () => {
  const fresh = await testServer()
  await anAccount(fresh, { username: 'anne', role: 'nurse', zones: testZones })
  const headers = await signIn(fresh, 'anne')
  const answer = await fresh.server.inject({
    method: 'POST',
    url: '/api/devices',
    headers,
    payload: await aRequest(),
  })

  expect(answer.statusCode).toBe(200)
})

test('a phone waits, a leader of its zone sees and approves it, and the phone goes on', async () => {
  const [anne, leader] = [await as('anne'), await as('lise')]
  const request = await aRequest()
  const waiting = await ask(anne, request)

  expect(await ask(anne, request)).toEqual(waiting)
  expect(await waitingFor(leader)).toEqual([
    {
      id: waiting.id,
      label: 'Jobbtelefon Nord 1 – 04',
      employee: { name: 'Kari Nordmann', title: 'Sykepleier' },
      zones: ['nord-1'],
      requestedAt: waiting.requestedAt,
    },
  ])
  expect(await decide(leader, waiting.id, 'approved')).toMatchObject({
    status: 200,
    body: { approvesDevices: true, requests: [] },
  })
  expect(await enrol(anne, request)).toMatchObject(enrolled)
})

test('nothing is vouched for or kept of a phone that only waits', async () => {
  const request = await aRequest()
  await ask(await as('anne'), request)

  const { rows } = await sql`
    select device_id from device where device_id = ${request.deviceId}
    union select device_id from enrolled_key where device_id = ${request.deviceId}`.execute(db)

  expect(rows).toEqual([])
})

test('the leader may need longer than the password lasts', async () => {
  const anne = await as('anne')
  const request = await aRequest()
  const { id } = await ask(anne, request)
  bench.passMinutes(30)

  expect(await enrol(anne, request)).toMatchObject(awaiting)
  await decide(await as('lise'), id, 'approved')
  expect(await enrol(anne, request)).toMatchObject(enrolled)
})

test('an old password does not even ask a leader', async () => {
  const anne = await as('anne')
  bench.passMinutes(11)

  expect(await enrol(anne, await aRequest())).toMatchObject(refusedAs('signInAgain', 401))
  expect(await waitingFor(await as('lise'))).toEqual([])
})

test('an approval is of exactly its keys', async () => {
  const [anne, leader] = [await as('anne'), await as('lise')]
  const [request, other] = [await aRequest(), await aRequest()]
  const { id } = await ask(anne, request)
  await decide(leader, id, 'approved')

  const { authorPublicKey, devicePublicKey, deviceId } = other
  await ask(anne, { ...request, authorPublicKey })
  await ask(anne, { ...request, devicePublicKey })
  await ask(anne, { ...request, deviceId })
  // The keys in each other's places are other keys too.
  await ask(anne, {
    ...request,
    devicePublicKey: request.authorPublicKey,
    authorPublicKey: request.devicePublicKey,
  })
  expect(await enrol(anne, request)).toMatchObject(enrolled)
})

test('keys that took the place of those a leader saw are not what she approves', async () => {
  const [anne, leader] = [await as('anne'), await as('lise')]
  const request = await aRequest()
  const seen = await ask(anne, request)
  const swapped = { ...request, authorPublicKey: (await aRequest()).authorPublicKey }
  const later = await ask(anne, swapped)

  expect(later.id).not.toBe(seen.id)
  expect(await decide(leader, seen.id, 'approved')).toMatchObject(notFound)
  expect(await enrol(anne, swapped)).toMatchObject(awaiting)
})

test('an approval is of its employee, also for a colleague who has the phone and its keys', async () => {
  const [anne, berit] = [await as('anne'), await as('berit')]
  const request = await aRequest()
  const { id } = await ask(anne, request)
  await decide(await as('lise'), id, 'approved')

  await ask(berit, request)
  expect(await enrol(anne, request)).toMatchObject(enrolled)
  await ask(berit, request)
})

test('nobody takes the place of what another employee asks for on the same phone', async () => {
  const [anne, berit] = [await as('anne'), await as('berit')]
  const request = await aRequest()
  const annes = await ask(anne, request)
  const berits = await ask(berit, request)

  const waiting = await waitingFor(await as('lise'))
  expect(waiting.map(({ id }) => id).toSorted()).toEqual([annes.id, berits.id].toSorted())
})

test('an approval is used once', async () => {
  const anne = await as('anne')
  const request = await aRequest()
  const { id } = await ask(anne, request)
  await decide(await as('lise'), id, 'approved')
  await enrol(anne, request)
  // As when the keys of a lost phone are no longer to be vouched for.
  await sql`delete from enrolled_key where device_id = ${request.deviceId}`.execute(db)

  expect((await ask(anne, request)).id).not.toBe(id)
})

test('keys that were vouched for are renewed without a leader', async () => {
  await switchApproval(false)
  const anne = await as('anne')
  const request = await aRequest()
  await enrol(anne, request)
  await switchApproval(true)
  bench.passMinutes(30)

  expect(await enrol(anne, request)).toMatchObject(enrolled)
})

test('three phones of one employee may wait, and a fourth only when one is dealt with', async () => {
  const [anne, leader] = [await as('anne'), await as('lise')]
  const waiting = [
    await ask(anne, await aRequest()),
    await ask(anne, await aRequest()),
    await ask(anne, await aRequest()),
  ]
  const fourth = await aRequest()

  expect(await enrol(anne, fourth)).toMatchObject(refusedAs('tooManyDevices'))
  await ask(await as('berit'), await aRequest())
  await decide(leader, waiting[0]?.id ?? '', 'rejected')
  await ask(anne, fourth)
})

test('requests that come together make no more than three', async () => {
  const anne = await as('anne')
  const requests = await Promise.all(Array.from({ length: 8 }, aRequest))

  await Promise.all(requests.map((request) => enrol(anne, request)))

  expect(await waitingFor(await as('lise'))).toHaveLength(3)
})
