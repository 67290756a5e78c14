import type { SealedEntry } from '#domain/entries/entry.ts'
import { type Instant, minutesBetween } from '#domain/time/instant.ts'

/** What a device has sent lately. Each amount shrinks with time, as its quota says. */
export type DeviceUse = {
  /** When the amounts were true; null for a device that has sent nothing. */
  usedAt: Instant | null
  usedEntries: number
  usedBytes: number
  /** Bytes of what has no effect: conflicts, and what was quarantined. */
  usedJunkBytes: number
}

/** At most `max` at once, and `perDay` in the long run. */
type Allowance = { max: number; perDay: number }
export type DeviceQuota = { entries: Allowance; bytes: Allowance; junkBytes: Allowance }

const megabyte = 1024 * 1024

/**
 * A phone that comes home after weeks brings 20,000 entries, some 40 MB, and one in the worst of times writes 4,000 a
 * day: both pass. Junk of 20 MB is some ten thousand notes.
 */
export const usualQuota: DeviceQuota = {
  entries: { max: 40_000, perDay: 10_000 },
  bytes: { max: 160 * megabyte, perDay: 40 * megabyte },
  junkBytes: { max: 20 * megabyte, perDay: 5 * megabyte },
}

export const unused: DeviceUse = { usedAt: null, usedEntries: 0, usedBytes: 0, usedJunkBytes: 0 }

export type Sent = { entries: number; bytes: number; junkBytes: number }

/** Header, signatures and hashes of a row, about. */
const bytesBesideContent = 1_500

export function storedBytes({ sealed }: Pick<SealedEntry, 'sealed'>): number {
  return sealed.length + bytesBesideContent
}

/** The device's use with what it sends now. */
export function addUse(use: DeviceUse, sent: Sent, now: Instant, quota: DeviceQuota): DeviceUse {
  const minutes = use.usedAt === null ? 0 : Math.max(0, minutesBetween(use.usedAt, now))
  const left = (used: number, { perDay }: Allowance) =>
    Math.max(0, used - (perDay * minutes) / minutesOfDay)
  return {
    usedAt: now,
    usedEntries: left(use.usedEntries, quota.entries) + sent.entries,
    usedBytes: left(use.usedBytes, quota.bytes) + sent.bytes,
    usedJunkBytes: left(use.usedJunkBytes, quota.junkBytes) + sent.junkBytes,
  }
}

const minutesOfDay = 24 * 60

/**
 * Answers how long the device must wait before it may send this; null when it need not. Nothing is lost by waiting: the
 * phone keeps what it has no receipt for.
 */
export function secondsOverQuota(use: DeviceUse, quota: DeviceQuota): number | null {
  const longest = Math.max(
    secondsUntil(use.usedEntries, quota.entries),
    secondsUntil(use.usedBytes, quota.bytes),
    secondsUntil(use.usedJunkBytes, quota.junkBytes),
  )
  return longest <= 0 ? null : Math.min(3600, Math.max(60, Math.ceil(longest)))
}

function secondsUntil(used: number, { max, perDay }: Allowance): number {
  return ((used - max) / perDay) * minutesOfDay * 60
}
