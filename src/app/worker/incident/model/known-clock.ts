import { type ClocksSeen, correctedNow, presentOffset } from '#domain/time/corrected-clock.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import { type Instant, minutesBetween } from '#domain/time/instant.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import { isStorageFailure } from '../../lists/storage-failure.ts'

/** A comparison that says the same as the stored one is written again after this long. */
const storedAgainMinutes = 60

export type KnownClock = ReturnType<typeof knownClock>

/** The phone's clock, corrected by its last contact with the server, also after a restart without network. */
export function knownClock(vault: Pick<Vault, 'clocks'>, clock: Pick<DeviceClock, 'now'>) {
  let seen: ClocksSeen | null | undefined
  let stored: ClocksSeen | null = null

  async function find(): Promise<ClocksSeen | null> {
    if (seen !== undefined) return seen
    const found = await unlessStorageFails(vault.clocks.find())
    // A comparison may have come meanwhile, and is newer.
    if (seen !== undefined) return seen
    stored = found
    seen = found
    return found
  }

  return {
    async compared({ server, device }: ClocksSeen): Promise<void> {
      const next = { server, device }
      seen = next
      if (stored !== null && saysTheSame(stored, next)) return
      stored = next
      await unlessStorageFails(vault.clocks.save(next))
    },

    async now(): Promise<Instant> {
      return correctedNow(clock.now(), await find())
    },

    /** Since the last contact with the server. Infinite before the first; after a restart it may be an hour too long. */
    async silentMinutes(): Promise<number> {
      const found = await find()
      const minutes = found === null ? -1 : minutesBetween(found.server, await this.now())
      return minutes < 0 ? Number.POSITIVE_INFINITY : minutes
    },

    /** By how many minutes the phone's clock is ahead of `now`. */
    async aheadMinutes(): Promise<number> {
      return presentOffset(clock.now(), await find())
    },
  }
}

function saysTheSame(a: ClocksSeen, b: ClocksSeen): boolean {
  const offsets = minutesBetween(a.server, a.device) - minutesBetween(b.server, b.device)
  const age = minutesBetween(a.server, b.server)
  return Math.abs(offsets) < 1 && age >= 0 && age < storedAgainMinutes
}

/** Null when the disk does not answer: the time is then as the phone's clock says. */
async function unlessStorageFails<Value>(work: Promise<Value>): Promise<Value | null> {
  try {
    return await work
  } catch (error) {
    if (isStorageFailure(error)) return null
    throw error
  }
}
