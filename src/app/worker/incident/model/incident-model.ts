import { mapReading, type Reading } from '#app/bridge/reading.ts'
import type { IncidentId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import type { Said } from '#domain/facts/said.ts'
import { foldIncidents } from '#domain/incidents/fold-incidents.ts'
import { effectsOf, type IncidentEffects } from '#domain/incidents/incident-effects.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { factsThatCount, isKept } from '#domain/people/counting/facts-that-count.ts'
import type { PersonFact } from '#domain/people/person-fact.ts'
import type { Hlc } from '#domain/time/hlc.ts'
import { type Instant, startOfMinute } from '#domain/time/instant.ts'
import { keptArray, keptLast } from '../../lists/kept.ts'
import { keptPeople, type PeopleOfIncident } from './kept-people.ts'
import type { knownFacts, KnownFacts } from './known-facts.ts'

/** Everything that the facts on this phone say together, at a moment. */
export type Known = KnownFacts & {
  /** Open ones first, newest start first; closed ones as long as they are on the phones. */
  incidents: readonly Incident[]
  effects: IncidentEffects
  /** Also by the id of a member of a merged one; null when no incident has it. */
  find(id: IncidentId): Incident | null
  peopleOf(incident: Incident): PeopleOfIncident
  /** The newest clock of all facts that the phone has seen; null before the first one. */
  latestHlc(): Hlc | null
}

export type ReadKnown = () => Promise<Reading<Known>>

/** Folds the facts once for each change of them, and incidents once a minute too. */
export function incidentModel(readFacts: ReturnType<typeof knownFacts>, world: World): ReadKnown {
  const fold = keptLast(foldIncidents)
  const order = keptLast(inOrder)
  const chosen = keptArray<PersonFact>()
  const foldChosen = keptPeople()
  const latest = keptLast(latestOf)

  return async () =>
    mapReading(await readFacts(), (facts): Known => {
      const { now, coordination, people } = facts
      const minute = startOfMinute(now)
      // Those that have left the phone too: what was said in them does not count elsewhere.
      const all = fold(coordination, minute)
      const incidents = order(all, minute)
      return {
        ...facts,
        incidents,
        effects: effectsOf(incidents, now, world),
        find: (id) => incidents.find(({ members }) => members.includes(id)) ?? null,
        peopleOf: (incident) =>
          foldChosen(chosen(factsThatCount(people, { incident, known: all, now: minute }))),
        latestHlc: () => latest(coordination, people),
      }
    })
}

function inOrder(incidents: readonly Incident[], now: Instant): readonly Incident[] {
  return incidents
    .filter((incident) => isKept(incident, now))
    .toSorted((a, b) => rank(a) - rank(b) || (a.startsAt > b.startsAt ? -1 : 1))
}

function rank({ standing }: Incident): number {
  return standing === 'closed' ? 1 : 0
}

function latestOf(...all: readonly (readonly Said[])[]): Hlc | null {
  let latest: Hlc | null = null
  for (const facts of all) {
    for (const { hlc } of facts) if (latest === null || hlc > latest) latest = hlc
  }
  return latest
}
