import { mapReading, type Reading } from '#app/bridge/reading.ts'
import type { Said } from '#domain/facts/said.ts'
import type { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import type { PersonFact } from '#domain/people/person-fact.ts'
import type { Hlc } from '#domain/time/hlc.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { OwnEntry } from '#domain/vault/entry-repository.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import type { DeviceLists } from '../../lists/device-lists.ts'
import { keptArray, keptLast } from './kept.ts'
import type { KnownClock } from './known-clock.ts'
import { type OwnFacts, ownFactsOf, type PhoneClock, replayed } from './own-facts.ts'

export type KnownFacts = ReturnType<typeof knownFacts>

/**
 * All facts that this phone knows: those of the streams, and on top the employee's own that the server has not given back
 * yet. The arrays are the same for as long as nothing has changed.
 */
export function knownFacts(
  vault: Pick<Vault, 'ownFacts'>,
  { lists, clock }: { lists: DeviceLists; clock: KnownClock },
) {
  const ownFacts = keptOwnFacts()
  const coordination = keptReplay<CoordinationFact>()
  const people = keptReplay<PersonFact>()

  async function findOwn(): Promise<{ own: OwnFacts; now: Instant } | null> {
    const entries = await vault.ownFacts.list()
    if (!entries.ok) return null
    const [now, aheadMinutes] = await Promise.all([clock.now(), clock.aheadMinutes()])
    return { own: ownFacts(entries.value, { now, aheadMinutes }), now }
  }

  async function read<Fact extends Said>(
    received: Promise<Reading<Fact[]>>,
    kept: (received: readonly Fact[], own: readonly Fact[]) => readonly Fact[],
    pick: (own: OwnFacts) => readonly Fact[],
  ): Promise<Reading<readonly Fact[]>> {
    const [reading, found] = await Promise.all([received, findOwn()])
    if (reading.kind === 'locked' || found === null) return { kind: 'locked' }
    return mapReading(openOrEmpty(reading, found.now), (facts) => kept(facts, pick(found.own)))
  }

  const readCoordination = () =>
    read(lists.listCoordinationFacts(), coordination, (own) => own.coordination)
  /** Of all the employee's zones. */
  const readPeople = () => read(lists.listPersonFacts(null), people, (own) => own.people)
  const latest = keptLast(latestOf)

  return {
    coordination: readCoordination,
    people: readPeople,
    /** The newest clock of all facts that the phone has seen; null before the first one. */
    async latestHlc(): Promise<Hlc | null> {
      const [incidents, persons] = await Promise.all([readCoordination(), readPeople()])
      return latest(
        incidents.kind === 'open' ? incidents.value : [],
        persons.kind === 'open' ? persons.value : [],
      )
    },
  }
}

/** A stream that nobody has written in is on no phone: then nothing is missing. */
function openOrEmpty<Fact>(reading: Reading<Fact[]>, now: Instant): Reading<Fact[]> {
  if (reading.kind === 'open') return { ...reading, missing: 0 }
  if (reading.kind === 'locked') return reading
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

function latestOf(...all: readonly (readonly Said[])[]): Hlc | null {
  let latest: Hlc | null = null
  for (const facts of all) {
    for (const { hlc } of facts) if (latest === null || hlc > latest) latest = hlc
  }
  return latest
}
