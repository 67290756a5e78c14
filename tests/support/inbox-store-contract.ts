import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { PushEntries, PushEntriesAnswer } from '#contract/push-entries.ts'
import { EntryId, KeyId, type MunicipalityId } from '#domain/base/ids.ts'
import { cardOpenedForm } from '#domain/entries/entry-content.ts'
import { landmarks } from '#domain/entries/landmarks.ts'
import { usualQuota } from '#server/inbox/device-quota.ts'
import type { InboxStore } from '#server/inbox/inbox-store.ts'
import { drain, inboxTurnsContract } from './inbox-turns-contract.ts'
import { type OutboxDisk, lineOf } from './memory-outbox-store.ts'
import { type InTransaction, pushingPhones } from './pushing-phone.ts'
import { fakeCrypto } from './test-crypto.ts'

const crypto = fakeCrypto()
const { newPhone, write, writeOne, push } = pushingPhones(crypto)

const newId = () => EntryId.parse(randomUUID())

function resultsOf({ results }: PushEntriesAnswer): string[] {
  return results.map(({ result }) => result)
}

/** The landmarks of a phone that has a receipt for each of its entries. */
function takenBy(phone: OutboxDisk): PushEntries['taken'] {
  const { rows } = lineOf(phone, phone.current)
  return landmarks(rows).map(({ entry, entryHash: hash }) => ({ n: entry.header.n, hash }))
}

/** What every implementation of `InboxStore` keeps, seen through the rules that use it. */
export function inboxStoreContract(municipality: MunicipalityId, run: InTransaction): void {
  inboxTurnsContract(municipality, run)

  test('what is pushed five times at once is stored once', async () => {
    const phone = await newPhone(municipality)
    await write(phone, municipality, 12)

    const answers = await Promise.all(
      Array.from({ length: 5 }, () => push(run, phone, municipality)),
    )

    expect(answers.map(({ deviceHead }) => deviceHead)).toEqual([12, 12, 12, 12, 12])
    expect(answers.flatMap(resultsOf).filter((result) => result === 'stored')).toHaveLength(12)
    expect(answers.flatMap(resultsOf).filter((result) => result === 'duplicate')).toHaveLength(48)
  })

  test('of two clones one line is stored, and the other is kept as conflicts', async () => {
    const phone = await newPhone(municipality)
    await write(phone, municipality, 1)
    const clone: OutboxDisk = { lines: new Map(phone.lines), current: phone.current }
    await write(phone, municipality, 2)
    await write(clone, municipality, 3)
    await push(run, phone, municipality)

    const answer = await push(run, clone, municipality)
    const again = await push(run, clone, municipality)

    expect(resultsOf(answer)).toEqual(['duplicate', 'conflict', 'conflict', 'conflict'])
    expect([answer.deviceHead, answer.forked]).toEqual([4, true])
    expect(again).toEqual(answer)
  })

  test('a backup that has a clone’s entry vouches for no other of its number', async () => {
    const { phone, clone } = await overtakenPhone()

    const toPhone = await push(run, phone, municipality, { from: 10, taken: takenBy(phone) })
    const toClone = await push(run, clone, municipality, { from: 10, taken: takenBy(clone) })

    expect([toPhone.commonHead, toPhone.durable]).toEqual([9, 1])
    expect([toClone.commonHead, toClone.durable]).toEqual([3, 3])
  })

  test('a phone that takes conflicts for received is told of each, and of its clone', async () => {
    const { phone, clone } = await overtakenPhone()

    const answer = await push(run, phone, municipality, { from: 10, taken: takenBy(phone) })
    const toClone = await push(run, clone, municipality, { from: 10, taken: takenBy(clone) })

    const { rows } = lineOf(phone, phone.current)
    const own = rows.map(({ entry }) => entry.header).filter(({ n }) => n === 3 || n === 4)
    const conflicts = own.map(({ entryId, n }) => ({ entryId, n, result: 'conflict' }))
    expect(answer.results.toSorted((a, b) => a.n - b.n)).toEqual(conflicts)
    expect(answer.forked).toBe(true)
    expect([toClone.results, toClone.forked]).toEqual([[], false])
  })

  test('a phone hears what a clone has taken the number of, between two landmarks that are held', async () => {
    const { phone } = await overtakenPhone({ from: 4 })

    const answer = await push(run, phone, municipality, { from: 10, taken: takenBy(phone) })

    expect([answer.deviceHead, answer.commonHead, answer.durable]).toEqual([9, 1, 1])
  })

  /**
   * On a restored server a clone's third entry came first, and a backup has it; then an early push of the phone's nine came
   * again. The third is in conflict with the clone's and the fourth does not follow that; its landmarks are 9, 8, 7, 5, 1.
   */
  async function overtakenPhone(
    again = { from: 1 },
  ): Promise<{ phone: OutboxDisk; clone: OutboxDisk }> {
    const phone = await newPhone(municipality)
    await write(phone, municipality, 2)
    const clone: OutboxDisk = { lines: new Map(phone.lines), current: phone.current }
    await write(clone, municipality, 1)
    await push(run, clone, municipality)
    await run(async (inbox) => {
      const device = await inbox.lockDevice(clone.current)
      if (device !== null) await inbox.saveDevice({ ...device, durable: 3 })
    })
    await write(phone, municipality, 7)
    await push(run, phone, municipality, again)
    return { phone, clone }
  }

  test('a clone that repeats an entry under the same id and a free number is told so; a stranger is not', async () => {
    const phone = await newPhone(municipality)
    const stranger = await newPhone(municipality)
    await write(phone, municipality, 1)
    const clone: OutboxDisk = { lines: new Map(phone.lines), current: phone.current }
    const entryId = newId()
    await writeOne(phone, municipality, { form: cardOpenedForm, entryId })
    await push(run, phone, municipality)
    await write(clone, municipality, 1)
    await writeOne(clone, municipality, { form: cardOpenedForm, entryId })
    const { rows, ...line } = lineOf(clone, clone.current)
    clone.lines.set(clone.current, { ...line, rows: rows.slice(2) })
    await writeOne(stranger, municipality, { form: cardOpenedForm, entryId })

    const answer = await push(run, clone, municipality)
    const again = await push(run, clone, municipality)
    const toStranger = await push(run, stranger, municipality)

    expect([...resultsOf(answer), answer.forked]).toEqual(['conflict', true])
    expect(again).toEqual(answer)
    expect([...resultsOf(toStranger), toStranger.forked]).toEqual(['conflict', false])
  })

  test('a number that arrives before the one below it waits for that one', async () => {
    const phone = await newPhone(municipality)
    await write(phone, municipality, 3)
    const whole = lineOf(phone, phone.current)
    phone.lines.set(phone.current, { ...whole, rows: whole.rows.slice(2) })
    const gap = await push(run, phone, municipality)
    phone.lines.set(phone.current, whole)

    const filled = await push(run, phone, municipality)

    expect([gap.deviceHead, ...resultsOf(gap)]).toEqual([0, 'stored'])
    expect([filled.deviceHead, ...resultsOf(filled)]).toEqual([3, 'stored', 'stored', 'duplicate'])
  })

  test('what is sealed to another key is counted by it and claimed for it alone', async () => {
    const phone = await newPhone(municipality)
    await write(phone, municipality, 2)
    await push(run, phone, municipality)
    const other = KeyId.parse('o'.repeat(43))

    const awaiting = await run((inbox) => inbox.listAwaitingKeys([other]))
    const own = await run((inbox) => inbox.listAwaitingKeys([other, crypto.serverKeyId]))
    const forOther = await run((inbox) => inbox.claimWaiting(other, new Set()))
    const forOwn = await run((inbox) => inbox.claimWaiting(crypto.serverKeyId, new Set()))

    expect(awaiting.map(({ keyId }) => keyId)).toEqual([crypto.serverKeyId])
    expect(awaiting[0]?.entries).toBeGreaterThanOrEqual(2)
    expect([own, forOther]).toEqual([[], null])
    expect(forOwn?.entry.header.serverKeyId).toBe(crypto.serverKeyId)
  })

  test('what is sealed to a lost key is counted until its author’s repetition has had the effect', async () => {
    const lost = { ...crypto, serverKeyId: KeyId.parse('l'.repeat(43)) }
    const phone = await newPhone(municipality)
    const stranger = await newPhone(municipality)
    const [original, repetition, other, foreign] = [newId(), newId(), newId(), newId()]
    const form = cardOpenedForm
    await writeOne(phone, municipality, { form, entryId: original, sealing: lost })
    await writeOne(phone, municipality, { form, entryId: repetition, reseals: original })
    await writeOne(phone, municipality, { form, entryId: other, sealing: lost })
    await writeOne(stranger, municipality, { form, entryId: foreign, reseals: other })
    await push(run, phone, municipality)
    await push(run, stranger, municipality)
    const awaiting = () => run((inbox) => inbox.listAwaitingKeys([crypto.serverKeyId]))
    const countOfLost = async () =>
      (await awaiting()).find(({ keyId }) => keyId === lost.serverKeyId)?.entries

    const before = await countOfLost()
    await drain(run)
    const after = await countOfLost()
    const rows = await run((inbox) => inbox.listRepetitions(original))

    expect([before, after]).toEqual([2, 1])
    expect(
      rows
        .map(({ entryId, projected }) => [entryId, projected])
        .toSorted(([a], [b]) => (a === original ? -1 : b === original ? 1 : 0)),
    ).toEqual([
      [original, 'waiting'],
      [repetition, 'applied'],
    ])
  })

  test('one effect is locked by one transaction at a time', async () => {
    const original = newId()
    const inside = { now: 0, most: 0 }
    const work = async (inbox: InboxStore) => {
      await inbox.lockEffect(original)
      inside.now++
      inside.most = Math.max(inside.most, inside.now)
      await inbox.listRepetitions(original)
      inside.now--
    }

    await Promise.all(Array.from({ length: 5 }, () => run(work)))

    expect(inside.most).toBe(1)
  })

  test('six that project at once give each entry one mark and one notice', async () => {
    const phone = await newPhone(municipality)
    await write(phone, municipality, 20)
    await push(run, phone, municipality)
    const projector = async (): Promise<string[]> => {
      const claimed: string[] = []
      for (let found = true; found;) {
        found = await run(async (inbox) => {
          const row = await inbox.claimWaiting(crypto.serverKeyId, new Set())
          if (row === null) return false
          const device = await inbox.lockDevice(row.deviceId)
          if (device === null) throw new Error('No device')
          const cursor = device.noticeCursor + 1
          await inbox.saveDevice({ ...device, noticeCursor: cursor })
          const { entryId } = row
          await inbox.markProjected(row, { cursor, entryId, kind: 'applied', reason: null })
          if (row.deviceId === phone.current) claimed.push(entryId)
          return true
        })
      }
      return claimed
    }

    const claimed = (await Promise.all(Array.from({ length: 6 }, projector))).flat()
    const { notices } = await push(run, phone, municipality)

    expect(claimed).toHaveLength(20)
    expect(new Set(claimed).size).toBe(20)
    expect(notices.map(({ cursor }) => cursor)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
  })

  test('a device beyond its quota is told to wait, and nothing of the push is stored', async () => {
    const phone = await newPhone(municipality)
    await write(phone, municipality, 3)
    await push(run, phone, municipality)
    const three = { ...usualQuota, entries: { max: 3, perDay: 24 * 60 } }
    await write(phone, municipality, 1)

    const refusal = await push(run, phone, municipality, { quota: three }).catch(
      (error: unknown) => error,
    )
    const again = await push(run, phone, municipality)

    expect(refusal).toMatchObject({ kind: 'busy', more: { retryAfterSeconds: 60 } })
    expect(resultsOf(again)).toEqual(['duplicate', 'duplicate', 'duplicate', 'stored'])
  })
}
