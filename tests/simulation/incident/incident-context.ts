import type { EntryId } from '#domain/base/ids.ts'
import type { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import type { PersonFact } from '#domain/people/person-fact.ts'
import { type Instant, instantFromMilliseconds } from '#domain/time/instant.ts'
import { type Random, seededRandom } from '../random.ts'
import type { IncidentAblation } from './incident-ablations.ts'

/** A fact as its author pressed it, with what only the simulation knows. */
export type Told = {
  fact: CoordinationFact | PersonFact
  phone: number
  trueAt: Instant
  /** What was on her phone then. */
  seen: ReadonlySet<EntryId>
}

export type IncidentContext = {
  random: Random
  /** The time that it really is. */
  time: { now(): number; instant(): Instant; pass(minutes: number): void }
  told: Map<EntryId, Told>
  without: IncidentAblation | null
  /** What did not hold. */
  failures: string[]
}

/** 02:41 on a night in November. */
const begin = Date.parse('2026-11-23T01:41:00.000Z')

export function createIncidentContext(
  seed: number,
  without: IncidentAblation | null,
): IncidentContext {
  let now = begin
  return {
    random: seededRandom(seed),
    time: {
      now: () => now,
      instant: () => instantFromMilliseconds(now),
      pass(minutes) {
        now += Math.round(minutes * 60_000)
      },
    },
    told: new Map(),
    without,
    failures: [],
  }
}
