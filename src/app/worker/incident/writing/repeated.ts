import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { EmployeeId } from '#domain/base/ids.ts'
import type { Said } from '#domain/facts/said.ts'
import { type FactRules, standingFacts } from '#domain/facts/standing-facts.ts'
import type { CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import { startOf, withStart } from '#domain/incidents/said/start-in-time.ts'
import { type Instant, minutesBetween } from '#domain/time/instant.ts'

/** Who says something, and for when; `at` null for now. */
export type Press = { author: EmployeeId; at: Instant | null; now: Instant }

/** Two presses within this time that say the same are one. */
const momentMinutes = 0.5

/**
 * The fact that says the same already, by the same employee, moments ago, and that stands: a second press writes nothing.
 * Whoever has taken a fact back, or said another since, says it anew.
 */
export function findRepeated<Body extends { kind: string }, Fact extends Said & { body: Body }>(
  facts: readonly Fact[],
  saying: Press & { body: Body; saysTheSame?: (a: Body, b: Body) => boolean },
  rules: FactRules<Fact>,
): Fact | null {
  const { body, author, at, now, saysTheSame = isEqual } = saying
  const same = facts.filter(
    (fact) =>
      fact.author.employeeId === author &&
      Math.abs(minutesBetween(fact.writtenAt, now)) < momentMinutes &&
      (at === null || fact.at === at) &&
      saysTheSame(fact.body, body),
  )
  const [first] = same
  // Undos stand until an undo takes them away, which is no second press.
  if (first === undefined || body.kind === 'undone') return first ?? null
  const standing = new Set(standingFacts(facts, rules))
  return same.find((fact) => standing.has(fact)) ?? null
}

/** A start that was pressed is of the moment of the press. */
export function isSameOfIncident(a: CoordinationFactBody, b: CoordinationFactBody): boolean {
  const [one, other] = [startOf(a), startOf(b)]
  if (one === null || other === null) return isEqual(a, b)
  const isSameMoment = Math.abs(minutesBetween(one, other)) < momentMinutes
  return isSameMoment && isEqual(a, withStart(b, one))
}

function isEqual(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b)
}
