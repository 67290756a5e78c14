import { compareFacts } from '../facts/fact-order.ts'
import {
  millisecondsFromInstant,
  minutesBetween,
  plusMinutes,
  type Instant,
} from '../time/instant.ts'
import { foldClosing } from './closing.ts'
import type { CoordinationFact } from './coordination-fact.ts'
import { type CoordinationFactOf, isKind } from './coordination-fact-of.ts'
import { confirmedHours, type Incident } from './incident.ts'
import { correctionsOf, type MemberStart, uniteParts } from './incident-parts.ts'
import type { Whole } from './wholes.ts'

/** One incident, or several that people have merged; null when none of them has begun as far as is known here. */
export function foldWhole(
  { id, members }: Whole,
  {
    facts,
    standing,
  }: { facts: readonly CoordinationFact[]; standing: readonly CoordinationFact[] },
  now: Instant,
): Incident | null {
  const starts = livingStarts(facts, standing)
  const first = starts.toSorted(compareFacts)[0]
  if (first === undefined) return null
  const factsById = new Map(facts.map((fact) => [fact.entryId, fact]))
  const parts = uniteParts(starts, standing, factsById)
  const { closing, isClosed, late } = foldClosing(starts, standing, factsById)
  const confirmed = newestConfirmation(standing, now)
  const closed = isClosed && closing?.shown.body.kind === 'closed' ? closing.shown : null
  const counts = confirmed !== null && minutesBetween(now, confirmed.until) > 0
  return {
    id,
    members,
    standing: closed === null ? (counts ? 'confirmed' : 'reported') : 'closed',
    ...parts,
    started: { by: first.author, at: first.at, fact: first.entryId },
    starts: starts.map(({ entryId }) => entryId).toSorted(),
    confirmed,
    closed: closed === null ? null : closedBy(closed),
    closing,
    late,
    corrections: correctionsOf(standing),
  }
}

/**
 * The starts of the members that are shown, one each: those that stand, and those that were undone while somebody who
 * did not know it worked on.
 */
function livingStarts(
  facts: readonly CoordinationFact[],
  standing: readonly CoordinationFact[],
): MemberStart[] {
  const living = new Set(
    standing
      .filter(({ body }) => body.kind !== 'closed' && body.kind !== 'merged')
      .map(({ incident }) => incident),
  )
  const starts = facts.filter((fact) => isKind(fact, 'started')).toSorted(compareFacts)
  const first = new Map(starts.toReversed().map((start) => [start.incident, start]))
  return [...first.values()]
    .filter(({ incident }) => living.has(incident))
    .toSorted((a, b) => (a.incident < b.incident ? -1 : 1))
}

function closedBy(closed: CoordinationFact): Incident['closed'] {
  return {
    by: closed.author,
    at: closed.at,
    word: closed.body.kind === 'closed' ? closed.body.word : null,
    fact: closed.entryId,
  }
}

function newestConfirmation(
  standing: readonly CoordinationFact[],
  now: Instant,
): Incident['confirmed'] {
  const newest = standing
    .filter((fact) => isKind(fact, 'confirmed'))
    .map((fact) => ({ fact, at: saidAt(fact, now) }))
    .toSorted(
      (a, b) =>
        millisecondsFromInstant(b.at) - millisecondsFromInstant(a.at) ||
        compareFacts(b.fact, a.fact),
    )[0]
  if (newest === undefined) return null
  const { fact, at } = newest
  return {
    by: fact.author,
    at,
    until: plusMinutes(at, confirmedHours * 60),
    fact: fact.entryId,
  }
}

/** A confirmation counts from when it was said at the latest: a phone whose clock is years ahead must not confirm for years. */
function saidAt({ at, receivedAt }: CoordinationFactOf<'confirmed'>, now: Instant): Instant {
  const known = receivedAt ?? now
  return at < known ? at : known
}
