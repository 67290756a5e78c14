import { expect, test } from 'vitest'
import type { DeviceId, MunicipalityId } from '#domain/base/ids.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { OutboxDisk } from './memory-outbox-store.ts'
import { type InTransaction, pushedAt as now, pushingPhones } from './pushing-phone.ts'
import { fakeCrypto } from './test-crypto.ts'

const crypto = fakeCrypto()
const applied = { kind: 'applied', reason: null } as const
const { newPhone, write, push } = pushingPhones(crypto)

/** Claims and marks until nothing is ready, and answers whose entries came, in their order. */
export async function drain(run: InTransaction): Promise<DeviceId[]> {
  const order: DeviceId[] = []
  for (let found = true; found;) {
    found = await run(async (inbox) => {
      const row = await inbox.claimWaiting(crypto.serverKeyId, new Set())
      if (row === null) return false
      order.push(row.deviceId)
      await inbox.markProjected(row, { cursor: 1, entryId: row.entryId, ...applied })
      return true
    })
  }
  return order
}

async function claimNext(run: InTransaction, count: number): Promise<DeviceId[]> {
  const order: DeviceId[] = []
  for (let claimed = 0; claimed < count; claimed++) {
    await run(async (inbox) => {
      const row = await inbox.claimWaiting(crypto.serverKeyId, new Set())
      if (row === null) throw new Error('Nothing is ready')
      order.push(row.deviceId)
      await inbox.markProjected(row, { cursor: 1, entryId: row.entryId, ...applied })
    })
  }
  return order
}

/** In which order an inbox hands out what waits: devices take turns, and what is postponed waits. */
export function inboxTurnsContract(municipality: MunicipalityId, run: InTransaction): void {
  test('devices take turns: one that sends sixty delays another by one entry each', async () => {
    await drain(run)
    const [loud, quiet, late] = [
      await newPhone(municipality),
      await newPhone(municipality),
      await newPhone(municipality),
    ]
    await write(loud, municipality, 60)
    await push(run, loud, municipality)
    await write(quiet, municipality, 2)
    await push(run, quiet, municipality)
    const claimed = await claimNext(run, 10)
    await write(late, municipality, 1)
    await push(run, late, municipality)

    const order = [...claimed, ...(await drain(run))]

    const placesOf = ({ current }: OutboxDisk) =>
      order.flatMap((deviceId, place) => (deviceId === current ? [place] : []))
    expect(placesOf(quiet)).toEqual([1, 3])
    expect(placesOf(late)[0]).toBeLessThanOrEqual(11)
    expect(placesOf(loud)).toHaveLength(60)
  })

  test('a postponed entry is claimed when it is due and was made ready, after what its device has', async () => {
    await drain(run)
    const phone = await newPhone(municipality)
    await write(phone, municipality, 3)
    await push(run, phone, municipality)
    const claim = () => run((inbox) => inbox.claimWaiting(crypto.serverKeyId, new Set()))
    const ready = (at: Instant) => run((inbox) => inbox.makeReady(at, 10))
    const first = await claim()
    if (first === null) throw new Error('Nothing is ready')
    const wait = { until: plusMinutes(now, 5), waitsFor: 'retry' } as const

    await run((inbox) => inbox.postpone(first, wait))
    const second = await claim()
    const early = await ready(plusMinutes(now, 4))
    const counted = await run((inbox) => inbox.countPostponed())
    const due = await ready(plusMinutes(now, 5))
    const numbers: number[] = []
    for (let left = 3; left > 0; left--) {
      const row = await claim()
      if (row === null) break
      numbers.push(row.n)
      await run((inbox) =>
        inbox.markProjected(row, { cursor: 1, entryId: row.entryId, ...applied }),
      )
    }

    expect([first.n, second?.n]).toEqual([1, 2])
    expect([early, counted, due]).toEqual([0, { retry: 1, newerServer: 0 }, 1])
    expect(numbers).toEqual([2, 3, 1])
  })

  test('faults are counted by entry, and no more when it is settled', async () => {
    await drain(run)
    const phone = await newPhone(municipality)
    await write(phone, municipality, 1)
    await push(run, phone, municipality)
    const row = await run((inbox) => inbox.claimWaiting(crypto.serverKeyId, new Set()))
    if (row === null) throw new Error('Nothing is ready')
    const count = () => run((inbox) => inbox.countFault(row))

    const faults = [await count(), await count()]
    await run((inbox) => inbox.markProjected(row, { cursor: 1, entryId: row.entryId, ...applied }))

    expect([...faults, await count()]).toEqual([1, 2, null])
  })

  test('what waits for a newer server is due when one starts, and what waits after a fault is not', async () => {
    await drain(run)
    const phone = await newPhone(municipality)
    await write(phone, municipality, 2)
    await push(run, phone, municipality)
    const until = plusMinutes(now, 60)
    for (const waitsFor of ['newerServer', 'retry'] as const) {
      await run(async (inbox) => {
        const row = await inbox.claimWaiting(crypto.serverKeyId, new Set())
        if (row === null) throw new Error('Nothing is ready')
        await inbox.postpone(row, { until, waitsFor })
      })
    }

    await run((inbox) => inbox.hastenNewer(now))
    const due = await run((inbox) => inbox.makeReady(now, 10))
    const row = await run((inbox) => inbox.claimWaiting(crypto.serverKeyId, new Set()))
    await run((inbox) => inbox.makeReady(until, 10))
    await drain(run)

    expect([due, row?.n]).toEqual([1, 1])
  })
}
