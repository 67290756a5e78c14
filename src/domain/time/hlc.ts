import * as z from 'zod/mini'
import { type Instant, millisecondsFromInstant } from './instant.ts'

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
