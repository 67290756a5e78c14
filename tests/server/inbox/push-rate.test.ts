import { unlimitedRate } from '../../support/unlimited-rate.ts'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type PushEntries, pushBytes } from '#contract/push-entries.ts'
import { DeviceId, MunicipalityId } from '#domain/base/ids.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { checkPush } from '#server/inbox/check-push.ts'
import { type PushRate, openPushRate, usualRate } from '#server/inbox/push-rate.ts'
import { lineOf } from '../../support/memory-outbox-store.ts'
import { pushedAt, pushingPhones } from '../../support/pushing-phone.ts'
import { fakeCrypto } from '../../support/test-crypto.ts'

const municipality = MunicipalityId.parse('testby')
const crypto = fakeCrypto()
const { newPhone, write } = pushingPhones(crypto)
const aDevice = () => DeviceId.parse(randomUUID())

function rateWithClock() {
  let minutes = 0
  const rate = openPushRate(usualRate, () => plusMinutes(pushedAt, minutes))
  return { rate, pass: (more: number) => (minutes += more) }
}

test('20,000 entries pass in one go, and a flood passes at three thousand a minute', () => {
  const { rate, pass } = rateWithClock()
  const [honest, loud] = [aDevice(), aDevice()]
  const admitted = (device: DeviceId, pushes: number) =>
    Array.from({ length: pushes }, () => rate.admit(device, 100)).filter((wait) => wait === null)

  expect(admitted(honest, 200)).toHaveLength(200)
  expect(admitted(loud, 2_000)).toHaveLength(363)
  pass(10)
  expect(admitted(loud, 2_000).length).toBeGreaterThanOrEqual(272)
  expect(admitted(honest, 10)).toHaveLength(10)
})

test('a device that is held back is told for how long', () => {
  const { rate, pass } = rateWithClock()
  const device = aDevice()
  let wait: number | null = null
  while (wait === null) wait = rate.admit(device, 100)

  expect(wait).toBeLessThanOrEqual(3)
  pass(wait / 60)
  expect(rate.admit(device, 100)).toBe(null)
})

/** Checks a push of fifty entries, and counts the signatures that are verified for it. */
async function verified(rate: PushRate, change: (push: PushEntries) => PushEntries) {
  const phone = await newPhone(municipality)
  await write(phone, municipality, 50)
  const { key, device, authors, rows } = lineOf(phone, phone.current)
  if (device === null) throw new Error('The server has not vouched for the device.')
  const unsigned = {
    protocol: 1 as const,
    device,
    authors,
    entries: rows.map(({ entry }) => entry),
    taken: [],
    noticesAfter: 0,
    sentAt: pushedAt,
  }
  const signature = await key.sign(pushBytes(unsigned, crypto.hasher))
  let count = 0
  const signatures: typeof crypto.signatures = {
    ...crypto.signatures,
    isSignedBy(...signed) {
      count++
      return crypto.signatures.isSignedBy(...signed)
    },
  }
  const checks = { signatures, hasher: crypto.hasher, municipality, rate }
  const checked = await checkPush(change({ ...unsigned, signature }), checks)
  return { count, refusal: checked.ok ? null : checked.refusal }
}

const unchanged = (push: PushEntries) => push

test('a device that is held back costs two signatures, and one that is not costs those of its entries', async () => {
  const held = await verified({ admit: () => 7 }, unchanged)
  const free = await verified(unlimitedRate, unchanged)

  expect(held).toEqual({ count: 2, refusal: { kind: 'busy', retryAfterSeconds: 7 } })
  expect(free).toEqual({ count: 103, refusal: null })
})

test('nobody uses up the rate of a device whose key he does not have', async () => {
  const asked: DeviceId[] = []
  const rate: PushRate = {
    admit(deviceId) {
      asked.push(deviceId)
      return null
    },
  }
  const { refusal } = await verified(rate, (push) => ({ ...push, noticesAfter: 1 }))

  expect([refusal, asked]).toEqual([{ kind: 'notAllowed' }, []])
})
