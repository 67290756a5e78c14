import { describe, expect, test } from 'vitest'
import { plusMinutes } from '#domain/time/instant.ts'
import {
  type DeviceQuota,
  type Sent,
  addUse,
  secondsOverQuota,
  unused,
  usualQuota,
} from '#server/inbox/device-quota.ts'
import { noon } from '../../support/a-patient.ts'

const noteBytes = 2_000
const day = 24 * 60
const infinite = { max: Number.POSITIVE_INFINITY, perDay: 1 }
const noQuota: DeviceQuota = { entries: infinite, bytes: infinite, junkBytes: infinite }

/** How many pushes a device gets through that never waits, one at each of these minutes. */
function passed(minutes: readonly number[], sent: Sent, quota = usualQuota): number {
  let use = unused
  let count = 0
  for (const minute of minutes) {
    const next = addUse(use, sent, plusMinutes(noon, minute), quota)
    if (secondsOverQuota(next, quota) !== null) continue
    use = next
    count++
  }
  return count
}

const at = (count: number, apart: number) => Array.from({ length: count }, (_, n) => n * apart)
const used = (entries: number) => ({ ...unused, usedEntries: entries })
const notes = (entries: number) => ({ entries, bytes: entries * noteBytes, junkBytes: 0 })

describe('an honest phone', () => {
  test('that comes home after weeks sends 20,000 entries in one go', () => {
    expect(passed(at(200, 0), notes(100))).toBe(200)
  })

  test('sends 4,000 entries a day for a quarter of a year', () => {
    expect(passed(at(90, day), notes(4_000))).toBe(90)
  })

  test('sends a hundred of the longest notes at once', () => {
    expect(passed(at(100, 0), { entries: 1, bytes: 352_000, junkBytes: 0 })).toBe(100)
  })
})

describe('a device that floods', () => {
  test('with a million entries gets forty thousand through, and all of them without a quota', () => {
    expect(passed(at(10_000, 0), notes(100))).toBe(400)
    expect(passed(at(10_000, 0), notes(100), noQuota)).toBe(10_000)
  })

  test('with the longest notes gets 160 MB through', () => {
    const sent = { entries: 100, bytes: 35_200_000, junkBytes: 0 }

    expect(passed(at(100, 0), sent)).toBe(4)
  })

  test('with junk gets 20 MB through on the first day, and 5 MB on each day after', () => {
    const sent = { entries: 1, bytes: 0, junkBytes: 1024 * 1024 }

    expect(passed(at(1_000, 0), sent)).toBe(20)
    expect(passed(at(10 * day, 1), sent)).toBe(20 + 9 * 5 + 4)
  })

  test('is told to come again within a minute to an hour', () => {
    expect(secondsOverQuota(used(40_000), usualQuota)).toBe(null)
    expect(secondsOverQuota(used(40_001), usualQuota)).toBe(60)
    expect(secondsOverQuota(used(80_000), usualQuota)).toBe(3_600)
  })

  test('whose clock was set back gets nothing for it', () => {
    const full = { ...unused, usedAt: noon, usedEntries: 40_000 }
    const after = addUse(full, notes(1), plusMinutes(noon, -day), usualQuota)

    expect(after.usedEntries).toBe(40_001)
  })
})
