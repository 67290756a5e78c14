import type { EntryId } from '#domain/base/ids.ts'
import { movedNow } from '#domain/facts/placed-in-time.ts'
import type { Said } from '#domain/facts/said.ts'
import type { EntryContent } from '#domain/entries/entry-content.ts'
import type { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import { bodyInTime } from '#domain/incidents/said/start-in-time.ts'
import type { PersonFact } from '#domain/people/person-fact.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { OwnEntry } from '#domain/vault/entry-repository.ts'

export type OwnFacts = {
  coordination: readonly CoordinationFact[]
  people: readonly PersonFact[]
}

export type PhoneClock = { now: Instant; aheadMinutes: number }

type FactContent = Extract<EntryContent, { kind: 'coordinationFact' | 'personFact' }>

/** For how long after its receipt an own fact counts that no stream has: then the phones have let go of it. */
const replayedDays = 14

/**
 * An employee's own entries as the facts that they will be once the server has received them. Times that she pressed are
 * moved as the server will move them, as far as the phone knows how wrong its clock is.
 */
export function ownFactsOf(entries: readonly OwnEntry[], clock: PhoneClock): OwnFacts {
  const coordination: CoordinationFact[] = []
  const people: PersonFact[] = []
  // Receipts are timed by the phone's own clock.
  const earliest = plusMinutes(clock.now, clock.aheadMinutes - replayedDays * 24 * 60)
  for (const entry of entries) {
    const { content, incident, zone, state, receivedAt } = entry
    if (content.kind !== 'open' || incident === null || state === 'rejected') continue
    if (receivedAt !== null && receivedAt < earliest) continue
    const { value } = content
    if (value.kind === 'coordinationFact') {
      const said = { ...saidOf(entry, value, clock), incident }
      const { now: receivedAt, aheadMinutes } = clock
      const moved = { clockAheadMinutes: aheadMinutes, receivedAt }
      coordination.push({ ...said, body: bodyInTime(value, moved) })
    } else if (value.kind === 'personFact' && zone !== null) {
      people.push({ ...saidOf(entry, value, clock), incident, zone, body: value.body })
    }
  }
  return { coordination, people }
}

/** The facts of a stream, and after them those that are on this phone alone. */
export function replayed<Fact extends Said>(
  received: readonly Fact[],
  own: readonly Fact[],
): readonly Fact[] {
  if (own.length === 0) return received
  const known = new Set<EntryId>(received.map(({ entryId }) => entryId))
  const pending = own.filter(({ entryId }) => !known.has(entryId))
  return pending.length === 0 ? received : [...received, ...pending]
}

function saidOf(
  { entryId, deviceId, n, hlc }: OwnEntry,
  { author, at, isTyped, replaces, writtenAt }: FactContent,
  { now, aheadMinutes }: PhoneClock,
): Omit<Said, 'incident'> {
  return {
    entryId,
    deviceId,
    n,
    hlc,
    author,
    at: isTyped ? at : movedNow(at, aheadMinutes, now),
    isTyped,
    replaces,
    writtenAt: movedNow(writtenAt, aheadMinutes, now),
    receivedAt: null,
    clockAheadMinutes: aheadMinutes,
  }
}
