import type { PatientId } from '../base/ids.ts'
import type { CallShares } from './person-fact.ts'

export type CallShare = CallShares['shares'][number]
export type CallPerson = CallShare['caller']

/** About an hour's calls: as many as a phone without contact has to go on with. */
export const maxInShare = 30

/**
 * How many neighbours on the list one caller gets at a time. The list is by urgency: with runs of this length everybody
 * calls among the most urgent first, and nobody has the thirty most urgent alone.
 */
const runLength = 5

/** Deals the pool in runs, most urgent first, each to the caller who has the fewest. */
export function dealPool(
  pool: readonly PatientId[],
  callers: readonly CallPerson[],
  kept: readonly CallShare[],
): ReadonlyMap<PatientId, CallPerson> {
  const dealt = new Map<PatientId, CallPerson>()
  const hands = callers
    .map((caller) => ({
      caller,
      count: kept.filter((share) => share.caller.employeeId === caller.employeeId).length,
    }))
    .toSorted((a, b) => (a.caller.employeeId < b.caller.employeeId ? -1 : 1))
  const limit = handLimit(pool.length + kept.length, callers.length)
  for (let next = 0; next < pool.length;) {
    const hand = hands.reduce<(typeof hands)[number] | null>(
      (fewest, other) => (fewest === null || other.count < fewest.count ? other : fewest),
      null,
    )
    if (hand === null || hand.count >= limit) break
    const run = pool.slice(next, next + Math.min(runLength, limit - hand.count))
    for (const patientId of run) dealt.set(patientId, hand.caller)
    hand.count += run.length
    next += run.length
  }
  return dealt
}

/**
 * Half of an equal part, so that something is left for whoever comes later or is quicker: a patient who is dealt does not
 * move while her caller is in contact.
 */
function handLimit(left: number, callers: number): number {
  return Math.max(1, Math.min(maxInShare, Math.ceil(left / (2 * Math.max(1, callers)))))
}
