import type { DeviceId } from '#domain/base/ids.ts'
import { type Instant, millisecondsFromInstant } from '#domain/time/instant.ts'

/** Holds a device back before its entries' signatures are checked, which is what costs. */
export interface PushRate {
  /** Answers how many seconds the device must wait before it may push so many entries; null when it need not. */
  admit(deviceId: DeviceId, entries: number): number | null
}

/** In entries. Every push counts as some more, so that empty ones are not free. */
export type RateLimit = { burst: number; perMinute: number; perPush: number }

/** A phone that comes home with 20,000 entries, in batches of a hundred or fewer, is let through in one go. */
export const usualRate: RateLimit = { burst: 40_000, perMinute: 3_000, perPush: 10 }

/** Counts in this process. Only devices that the server has vouched for are counted, so the table stays small. */
export function openPushRate(
  { burst, perMinute, perPush }: RateLimit,
  now: () => Instant,
): PushRate {
  const levels = new Map<DeviceId, { level: number; at: number }>()
  return {
    admit(deviceId, entries) {
      const at = millisecondsFromInstant(now())
      const before = levels.get(deviceId) ?? { level: 0, at }
      const left = Math.max(0, before.level - ((at - before.at) / 60_000) * perMinute)
      const level = left + entries + perPush
      if (level > burst) return Math.max(1, Math.ceil(((level - burst) / perMinute) * 60))
      levels.set(deviceId, { level, at })
      return null
    },
  }
}
