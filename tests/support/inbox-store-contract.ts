import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type PushEntries, type PushEntriesAnswer, pushBytes } from '#contract/push-entries.ts'
import {
  DeviceId,
  EmployeeId,
  EntryId,
  KeyId,
  type MunicipalityId,
  PatientId,
  ZoneId,
} from '#domain/base/ids.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import { checkPush } from '#server/inbox/check-push.ts'
import type { InboxStore } from '#server/inbox/inbox-store.ts'
import { takeEntries } from '#server/inbox/take-entries.ts'
import { appendEntry } from './append-entry.ts'
import type { OutboxDisk } from './memory-outbox-store.ts'
import { lineOf } from './memory-outbox-store.ts'
import { type TestCrypto, fakeCrypto } from './test-crypto.ts'

/** One transaction each; may run side by side. */
export type InTransaction = <Value>(work: (inbox: InboxStore) => Promise<Value>) => Promise<Value>

const crypto = fakeCrypto()
const { hasher, signatures } = crypto
const now = instantFromMilliseconds(Date.UTC(2026, 10, 23, 11))

async function newPhone(municipality: MunicipalityId): Promise<OutboxDisk> {
  const deviceId = DeviceId.parse(randomUUID())
  const key = await crypto.makeKey()
  const { keyId, publicKey } = key
  const shared = { municipality, deviceId, keyId, publicKey, issuedAt: now, expiresAt: now }
  const employeeId = EmployeeId.parse(randomUUID())
  const device = await crypto.vouch({ kind: 'device', ...shared })
  const authors = [await crypto.vouch({ kind: 'author', ...shared, employeeId })]
  const author = { employeeId, keyId }
  const nothing = { rows: [], noticesCursor: 0, ended: false }
  const line = { deviceId, key, device, author, authors, ...nothing }
  return { lines: new Map([[deviceId, line]]), current: deviceId }
}

const newId = () => EntryId.parse(randomUUID())

/** Gives every waiting entry of the key in use its mark. */
async function applyAll(run: InTransaction): Promise<void> {
  for (let found = true; found;) {
    found = await run(async (inbox) => {
      const row = await inbox.claimWaiting(crypto.serverKeyId, new Set())
      if (row === null) return false
      const { entryId } = row
      await inbox.markProjected(row, { cursor: 1, entryId, kind: 'applied', reason: null })
      return true
    })
  }
}

async function write(
  disk: OutboxDisk,
  municipality: MunicipalityId,
  count: number,
  more: { entryId?: EntryId; reseals?: EntryId; sealing?: TestCrypto } = {},
): Promise<void> {
  const { sealing = crypto, entryId, ...repeated } = more
  const patientId = PatientId.parse(randomUUID())
  for (let done = 0; done < count; done++) {
    await appendEntry(disk, sealing, {
      entryId: entryId ?? newId(),
      ...repeated,
      municipality,
      zone: ZoneId.parse('nord-1'),
      form: FormReference.parse('prove@1'),
      now,
      content: (author) => {
        const opened = { openedAt: now, revealed: null, reason: null }
        return { kind: 'cardOpened', author, patientId, ...opened }
      },
    })
  }
}

/** Pushes everything on the phone, whatever receipts it has. */
async function push(
  run: InTransaction,
  disk: OutboxDisk,
  municipality: MunicipalityId,
): Promise<PushEntriesAnswer> {
  const { key, device, authors, rows } = lineOf(disk, disk.current)
  if (device === null) throw new Error('The server has not vouched for the device.')
  const entries = rows.map(({ entry }) => entry)
  const unsigned: Omit<PushEntries, 'signature'> = {
    protocol: 1,
    device,
    authors,
    entries,
    taken: [],
    noticesAfter: 0,
    sentAt: now,
  }
  const message = { ...unsigned, signature: await key.sign(pushBytes(unsigned, hasher)) }
  const checked = await checkPush(message, { signatures, hasher, municipality })
  if (!checked.ok) throw new Error(checked.refusal.kind)
  return run((inbox) => takeEntries(inbox, message, checked.value, now))
}

function resultsOf({ results }: PushEntriesAnswer): string[] {
  return results.map(({ result }) => result)
}

/** What every implementation of `InboxStore` keeps, seen through the rules that use it. */
export function inboxStoreContract(municipality: MunicipalityId, run: InTransaction): void {
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
    await write(phone, municipality, 1, { entryId: original, sealing: lost })
    await write(phone, municipality, 1, { entryId: repetition, reseals: original })
    await write(phone, municipality, 1, { entryId: other, sealing: lost })
    await write(stranger, municipality, 1, { entryId: foreign, reseals: other })
    await push(run, phone, municipality)
    await push(run, stranger, municipality)
    const awaiting = () => run((inbox) => inbox.listAwaitingKeys([crypto.serverKeyId]))
    const countOfLost = async () =>
      (await awaiting()).find(({ keyId }) => keyId === lost.serverKeyId)?.entries

    const before = await countOfLost()
    await applyAll(run)
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
}
