import { clockAheadMinutes } from '../time/clock-ahead.ts'
import { type Hlc, clampHlc } from '../time/hlc.ts'
import { type Instant, plusMinutes } from '../time/instant.ts'

/** How far a hybrid clock may be ahead of the server's when it is received. */
const aheadMinutes = 5

type SaidTimes = {
  at: Instant
  writtenAt: Instant
  isTyped: boolean
  hlc: Hlc
  /** The number of the entry on its device. */
  n: number
}

export type PlacedTimes = { at: Instant; writtenAt: Instant; hlc: Hlc; clockAheadMinutes: number }

/**
 * Places a fact in time, once, when the server has received it. What the phone's clock said moves by how wrong that
 * clock was when it sent the fact, and further back when it would still be after the receipt: «nå» is never later. A
 * typed time stands.
 */
export function placedInTime(
  { at, writtenAt, isTyped, hlc, n }: SaidTimes,
  receipt: { receivedAt: Instant; clockAheadMinutes: number },
): PlacedTimes {
  const { receivedAt } = receipt
  // A clock that was set right before it sent no longer shows how wrong it was.
  const sent = plusMinutes(writtenAt, -receipt.clockAheadMinutes)
  const ahead = receipt.clockAheadMinutes + Math.max(0, clockAheadMinutes(sent, receivedAt))
  return {
    at: isTyped ? at : movedNow(at, ahead, receivedAt),
    writtenAt: movedNow(writtenAt, ahead, receivedAt),
    hlc: clampHlc(hlc, plusMinutes(receivedAt, aheadMinutes), n),
    clockAheadMinutes: ahead,
  }
}

/** What a clock said that was so many minutes ahead, when it said that it was now. */
export function movedNow(said: Instant, aheadMinutes: number, receivedAt: Instant): Instant {
  const moved = plusMinutes(said, -aheadMinutes)
  return moved < receivedAt ? moved : receivedAt
}
