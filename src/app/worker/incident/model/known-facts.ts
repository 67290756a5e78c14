import { mapReading, type Reading, withOptional } from '#app/bridge/reading.ts'
import type { Said } from '#domain/facts/said.ts'
import type { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import type { PersonFact } from '#domain/people/person-fact.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { OwnEntry } from '#domain/vault/entry-repository.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import type { DeviceLists } from '../../lists/device-lists.ts'
import { keptArray, keptLast } from '../../lists/kept.ts'
import type { KnownClock } from './known-clock.ts'
import { type OwnFacts, ownFactsOf, type PhoneClock, replayed } from './own-facts.ts'

/** All facts that this phone knows at a moment. */
export type KnownFacts = {
  now: Instant
  coordination: readonly CoordinationFact[]
  /** Of all the employee's zones. */
  people: readonly PersonFact[]
  /** When the newest head of `coordination` was signed that is here; null for none. */
  lastShared: Instant | null
}

/**
 * Reads the facts of the streams, and on top the employee's own that the server has not given back yet. The arrays are the
 * same for as long as nothing has changed.
 */
export function knownFacts(
  vault: Pick<Vault, 'ownFacts'>,
  { lists, clock }: { lists: DeviceLists; clock: KnownClock },
): () => Promise<Reading<KnownFacts>> {
  const ownFacts = keptOwnFacts()
  const coordination = keptReplay<CoordinationFact>()
  const people = keptReplay<PersonFact>()

  return async () => {
    const [incidents, persons, entries, now, aheadMinutes] = await Promise.all([
      lists.listCoordinationFacts(),
      lists.listPersonFacts(null),
      vault.ownFacts.list(),
      clock.now(),
      clock.aheadMinutes(),
    ])
    if (incidents.kind === 'locked' || persons.kind === 'locked' || !entries.ok) {
      return { kind: 'locked' }
    }
    const own = ownFacts(entries.value, { now, aheadMinutes })
    const [ofIncidents, ofPeople] = [openOrEmpty(incidents, now), openOrEmpty(persons, now)]
    return mapReading(withOptional(ofIncidents, ofPeople), (received) => ({
      now,
      coordination: coordination(received, own.coordination),
      people: people(ofPeople.value, own.people),
      lastShared: incidents.kind === 'open' ? incidents.verifiedAt : null,
    }))
  }
}

/** A stream that nobody has written in is on no phone: then nothing is missing. */
function openOrEmpty<Fact>(
  reading: Exclude<Reading<Fact[]>, { kind: 'locked' }>,
  now: Instant,
): Extract<Reading<Fact[]>, { kind: 'open' }> {
  if (reading.kind === 'open') return { ...reading, missing: 0 }
  const nothing = { damaged: 0, missing: 0, newer: {}, older: [], withheld: [], unverified: [] }
  return { kind: 'open', value: [], verifiedAt: now, ...nothing }
}

function keptReplay<Fact extends Said>() {
  const received = keptArray<Fact>()
  const all = keptLast<[readonly Fact[], readonly Fact[]], readonly Fact[]>(replayed)
  return (facts: readonly Fact[], own: readonly Fact[]) => all(received(facts), own)
}

/** Made anew when an entry was added or received, and when the clock's offset is another. */
function keptOwnFacts() {
  let last: { entries: readonly OwnEntry[]; aheadMinutes: number; facts: OwnFacts } | null = null
  return (entries: readonly OwnEntry[], clock: PhoneClock): OwnFacts => {
    const { aheadMinutes } = clock
    if (last?.entries !== entries || last.aheadMinutes !== aheadMinutes) {
      last = { entries, aheadMinutes, facts: ownFactsOf(entries, clock) }
    }
    return last.facts
  }
}
