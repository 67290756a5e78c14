import { describe, expect, test } from 'vitest'
import { accepted, refused } from '#domain/base/result.ts'
import { aDocument, at, critical, headOver } from '../support/build-replica.ts'
import { aPullingPhone } from '../support/pulling-phone.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const first = await Promise.all(ids.map((id, index) => aDocument(id, index + 1)))
const others = first.filter(({ docId }) => docId !== 'b')
const changed = await aDocument('b', 9, { name: 'Ny' })
const added = [await aDocument('i', 10), await aDocument('j', 11)]

/** The database: what was written of `b` is not listed, because it was deleted afterwards. */
const newest = {
  epoch: 1,
  live: [...others, ...added],
  changes: [...added, await aDocument('b', 12, null)],
}
/** A copy of it that lags behind. To the server of a restored database it is all that there is. */
const earlier = { epoch: 1, live: [...others, changed, ...added], changes: [changed, ...added] }

const withNewest = ['a', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']

/** A phone that has the stream as it was before the changes. */
async function aPhoneWithTheStream() {
  const phone = await aPullingPhone(first)
  await phone.pull()
  phone.serve(newest)
  phone.happened.length = 0
  phone.events.length = 0
  return phone
}

type Phone = Awaited<ReturnType<typeof aPhoneWithTheStream>>

const requestsBefore = 4

function serveFrom(phone: Phone, request: number, server: typeof earlier): void {
  phone.onRequest((count) => {
    if (count === requestsBefore + request) phone.serve(server)
  })
}

const rebuilding = expect.objectContaining({ kind: 'rebuilding' })

describe('changes of which the second page comes from an earlier state than the first one', () => {
  test('are refused as older: nothing of the page is staged', async () => {
    const phone = await aPhoneWithTheStream()
    serveFrom(phone, 2, earlier)

    const pulled = await phone.pull()

    expect(pulled).toEqual(refused({ kind: 'older' }))
    expect(phone.happened).toEqual(['requested after 8', 'requested after 10', 'stored after 8'])
    expect(phone.events.at(-1)).toEqual({ kind: 'older', stream: critical })
    expect(await phone.replicas.findStaging(critical)).toMatchObject({
      at: at(10),
      newest: { head: { seq: 12 } },
    })
    expect(await phone.shown()).toEqual(ids)
  })

  test('go on after the first page when the newest state answers again', async () => {
    const phone = await aPhoneWithTheStream()
    serveFrom(phone, 2, earlier)
    await phone.pull()
    phone.happened.length = 0
    phone.serve(newest)

    const pulled = await phone.pull()

    expect(pulled).toEqual(accepted('verified'))
    expect(phone.happened[0]).toBe('requested after 10')
    expect(phone.happened).not.toContain('requested after 8')
    expect(phone.events).not.toContainEqual(rebuilding)
    expect(await phone.shown()).toEqual(withNewest)
  })

  test('are begun again by the next pull if the server has lost the newest state', async () => {
    const phone = await aPhoneWithTheStream()
    serveFrom(phone, 2, earlier)
    await phone.pull()
    phone.happened.length = 0

    const pulled = await phone.pull()

    expect(pulled).toEqual(accepted('verified'))
    expect(phone.happened.slice(0, 2)).toEqual(['requested after 10', 'requested after 8'])
    expect(phone.events).not.toContainEqual(rebuilding)
    expect(await phone.shown()).toEqual([...ids, 'i', 'j'])
    expect(await phone.replicas.findHighestHead(critical)).toMatchObject({ head: { seq: 11 } })
  })

  test('are begun again too when the line broke between the two pages', async () => {
    const phone = await aPhoneWithTheStream()
    phone.breakAfter(1)
    await phone.pull()
    phone.breakAfter(Number.POSITIVE_INFINITY)
    phone.serve(earlier)

    const pulled = await phone.pull()

    expect(pulled).toEqual(accepted('verified'))
    expect(phone.events).not.toContainEqual(rebuilding)
    expect(await phone.shown()).toEqual([...ids, 'i', 'j'])
  })

  test('are refused too when its head is another one of the same place', async () => {
    const phone = await aPhoneWithTheStream()
    const { head } = await headOver(newest.live, phone.server, { seq: 12 })
    const other = await phone.server.signHead({ ...head, chain16: 'f'.repeat(16) })
    phone.onAnswer((answer) =>
      answer.kind === 'changes' && answer.after === 10 ? { ...answer, head: other } : answer,
    )

    const pulled = await phone.pull()

    expect(pulled).toEqual(refused({ kind: 'older' }))
    expect(await phone.replicas.findStaging(critical)).toMatchObject({ at: at(10) })
  })

  test('are requested with the highest head that is pinned, not with what is staged', async () => {
    const phone = await aPhoneWithTheStream()

    await phone.pull()

    const changes = phone.requests.slice(requestsBefore)
    expect(changes.map(({ highest }) => highest?.head.seq)).toEqual(changes.map(() => 8))
    expect(changes).toHaveLength(3)
  })
})

test('buckets from an earlier state than those before them are not staged, and the build goes on', async () => {
  const phone = await aPullingPhone(first)
  const grown = { epoch: 1, live: [...first, ...added], changes: [...first, ...added] }
  phone.onRequest((count) => {
    if (count === 2) phone.serve(grown)
    if (count === 3) phone.serve({ epoch: 1, live: first, changes: first })
    if (count === 4) phone.serve(grown)
  })

  const cut = await phone.pull()
  const pulled = await phone.pull()

  expect(cut).toEqual(refused({ kind: 'older' }))
  expect(pulled).toEqual(accepted('verified'))
  expect(phone.happened.filter((one) => one === 'requested bucket 0')).toHaveLength(1)
  expect(phone.events).not.toContainEqual(rebuilding)
  expect(await phone.shown()).toEqual([...ids, 'i', 'j'])
})
