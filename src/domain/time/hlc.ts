import * as z from 'zod/mini'
import { type Instant, millisecondsFromInstant, plusMinutes } from './instant.ts'

/**
 * A hybrid logical clock reading: `milliseconds-counter`, both padded, so that it sorts as text.
 * Each reading of one device is greater than every earlier one, whatever its wall clock does.
 */
export const Hlc = z
  .string()
  .check(z.regex(/^\d{15}-\d{6}$/))
  .brand<'Hlc'>()
export type Hlc = z.infer<typeof Hlc>

/** The later of two readings; null when there is none. */
export function laterHlc(one: Hlc | null, other: Hlc | null): Hlc | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}

/** How far a reading may be ahead of the time that is known, before it is one of a wrong clock. */
const toleratedAheadMinutes = 5

/**
 * The device's last reading, as long as the next one must follow it. One of a clock that was years ahead is dropped once the
 * server has all that was written under it: the server has placed that at its receipt.
 */
export function readingToFollow(
  last: Hlc | null,
  { now, isAllReceived }: { now: Instant; isAllReceived: boolean },
): Hlc | null {
  if (last === null || !isAllReceived) return last
  return last > latestHlc(now) ? null : last
}

/** A reading that no right clock passes before `now` and some minutes. */
function latestHlc(now: Instant): Hlc {
  return hlcOf(millisecondsFromInstant(plusMinutes(now, toleratedAheadMinutes)), 0)
}

export function nextHlc(last: Hlc | null, wallMilliseconds: number): Hlc {
  const lastMilliseconds = last === null ? -1 : Number(last.slice(0, 15))
  if (wallMilliseconds > lastMilliseconds) return hlcOf(wallMilliseconds, 0)
  const counter = last === null ? 0 : Number(last.slice(16)) + 1
  return counter > 999_999 ? hlcOf(lastMilliseconds + 1, 0) : hlcOf(lastMilliseconds, counter)
}

/**
 * A reading that is not later than `latest`. The device's own number of what was read is its counter then, so that
 * readings of one device stay in their order.
 */
export function clampHlc(hlc: Hlc, latest: Instant, n: number): Hlc {
  const clamped = hlcOf(millisecondsFromInstant(latest), Math.min(n, 999_999))
  return hlc < clamped ? hlc : clamped
}

function hlcOf(milliseconds: number, counter: number): Hlc {
  return Hlc.parse(`${String(milliseconds).padStart(15, '0')}-${String(counter).padStart(6, '0')}`)
}
