import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import {
  approvalBench,
  awaiting,
  enrolled,
  notFound,
  refusedAs,
} from '../support/approval-bench.ts'

const {
  as,
  aPhone,
  arne,
  ask,
  begin,
  bench,
  call,
  db,
  decide,
  enrol,
  lise,
  switchApproval,
  waitingFor,
} = await approvalBench()

beforeEach(begin)

test('a request falls away after 24 hours, and so does an approval that nobody used', async () => {
  const leader = () => as('lise')
  const [phone, unused] = [await aPhone(), await aPhone()]
  const first = await ask(await as('anne'), phone)
  const second = await ask(await as('anne'), unused)
  await decide(await leader(), second.id, 'approved')
  bench.passMinutes(24 * 60)

  expect(await waitingFor(await leader())).toEqual([])
  expect(await decide(await leader(), first.id, 'approved')).toMatchObject(notFound)
  const anne = await as('anne')
  expect((await ask(anne, phone)).id).not.toBe(first.id)
  await ask(anne, unused)
})

test('a leader of no common zone neither sees nor decides it', async () => {
  const anne = await as('anne')
  const phone = await aPhone()
  const { id } = await ask(anne, phone)
  for (const foreign of ['sara', 'liv', 'uten']) {
    const leader = await as(foreign)

    expect(await waitingFor(leader)).toEqual([])
    expect(await decide(leader, id, 'approved')).toMatchObject(notFound)
    expect(await decide(leader, id, 'rejected')).toMatchObject(notFound)
  }
  expect(await enrol(anne, phone)).toMatchObject(awaiting)
})

test('a leader does not approve her own phone; another leader of her zone does', async () => {
  const own = await as('lise')
  const phone = await aPhone()
  const { id } = await ask(own, phone)

  expect(await waitingFor(own)).toEqual([])
  expect(await decide(own, id, 'approved')).toMatchObject(notFound)
  await decide(await as('liv'), id, 'approved')
  expect(await enrol(own, phone)).toMatchObject(enrolled)
})

test.each(['anne', 'berit', 'arne'])(
  '%s, who is no section leader, decides nothing',
  async (name) => {
    const anne = await as('anne')
    const phone = await aPhone()
    const { id } = await ask(anne, phone)
    const other = await as(name)

    expect(await decide(other, id, 'approved')).toMatchObject(refusedAs('notAllowed'))
    expect(await call(other, 'GET', '/api/device-requests')).toMatchObject(refusedAs('notAllowed'))
    expect(await enrol(anne, phone)).toMatchObject(awaiting)
  },
)

test('a rejected phone is told so, and may ask again with new keys', async () => {
  const [anne, leader] = [await as('anne'), await as('lise')]
  const phone = await aPhone()
  const { id } = await ask(anne, phone)
  await decide(leader, id, 'rejected')

  expect(await enrol(anne, phone)).toMatchObject(refusedAs('deviceRejected'))
  expect(await decide(leader, id, 'approved')).toMatchObject(refusedAs('changedMeanwhile', 409))
  expect(await enrol(anne, phone)).toMatchObject(refusedAs('deviceRejected'))
  await ask(anne, { ...phone, keys: { ...phone.keys, author: (await aPhone()).keys.author } })
})

test('a decision is kept with who made it and when, and the same again changes nothing', async () => {
  const [anne, leader] = [await as('anne'), await as('lise')]
  const { id } = await ask(anne, await aPhone())
  const decidedAt = bench.now()
  await decide(leader, id, 'approved')
  bench.passMinutes(5)

  expect(await decide(leader, id, 'approved')).toMatchObject({ status: 200 })
  const kept = await db
    .selectFrom('deviceRequest')
    .select(['decision', 'decidedBy', 'decidedAt'])
    .where('requestId', '=', id)
    .execute()
  expect(kept).toEqual([{ decision: 'approved', decidedBy: lise, decidedAt }])
})

test('the switch is the administrators', async () => {
  for (const name of ['anne', 'lise']) {
    const headers = await as(name)
    const url = '/api/municipality-settings'

    expect(await call(headers, 'GET', url)).toMatchObject(refusedAs('notAllowed'))
    expect(await call(headers, 'PUT', url, { approvesDevices: false })).toMatchObject(
      refusedAs('notAllowed'),
    )
  }
  const arnes = await as('arne')
  expect(await call(arnes, 'GET', '/api/municipality-settings')).toEqual({
    status: 200,
    body: { approvesDevices: true },
  })
})

test('who turned the switch, and when, is kept once for each turn', async () => {
  await sql`delete from approval_switch`.execute(bench.owner)
  bench.passMinutes(1)
  const switchedAt = bench.now()
  await switchApproval(false)
  await switchApproval(false)
  await switchApproval(true)

  const turns = await bench.owner
    .selectFrom('approvalSwitch')
    .select(['approvesDevices', 'switchedBy', 'switchedAt'])
    .orderBy('turn')
    .execute()
  expect(turns).toEqual([
    { approvesDevices: false, switchedBy: arne, switchedAt },
    { approvesDevices: true, switchedBy: arne, switchedAt },
  ])
})
