import * as z from 'zod/mini'
import { clockAheadMinutes } from './clock-ahead.ts'
import { Instant, minutesBetween, plusMinutes } from './instant.ts'

/** Both clocks at the phone's last contact with the server. */
export const ClocksSeen = z.object({ server: Instant, device: Instant })
export type ClocksSeen = z.infer<typeof ClocksSeen>

/** By how much an answer's time on the way may be taken for an offset. */
const toleratedMinutes = 5
/** A clock that is behind by more than this, and reads later than the last contact, has been set right since. */
const dayMinutes = 24 * 60

/**
 * The time as far as it is known: what the phone's clock says, less its offset at the last contact. Somebody may have set
 * the clock since; no moment is earlier than that contact.
 */
export function correctedNow(wall: Instant, seen: ClocksSeen | null): Instant {
  if (seen === null) return wall
  const corrected = plusMinutes(wall, -offsetAt(wall, seen))
  if (minutesBetween(corrected, seen.server) <= toleratedMinutes) return corrected
  return wall > seen.server ? wall : seen.server
}

/** By how many minutes the phone's clock is ahead of `correctedNow`. */
export function presentOffset(wall: Instant, seen: ClocksSeen | null): number {
  return Math.round(minutesBetween(correctedNow(wall, seen), wall))
}

function offsetAt(wall: Instant, { server, device }: ClocksSeen): number {
  const ahead = clockAheadMinutes(device, server)
  return ahead < -dayMinutes && wall >= server ? 0 : ahead
}
