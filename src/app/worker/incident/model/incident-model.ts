import { mapReading, type Reading, withOptional } from '#app/bridge/reading.ts'
import type { World } from '#domain/base/world.ts'
import type { IncidentId } from '#domain/base/ids.ts'
import { foldIncidents } from '#domain/incidents/fold-incidents.ts'
import { effectsOf, type IncidentEffects } from '#domain/incidents/incident-effects.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { factsThatCount, isKept } from '#domain/people/facts-that-count.ts'
import { foldPeople } from '#domain/people/fold-people.ts'
import type { People } from '#domain/people/people.ts'
import type { PersonFact } from '#domain/people/person-fact.ts'
import { type Instant, startOfMinute } from '#domain/time/instant.ts'
import { keptArray, keptLast } from './kept.ts'
import type { KnownClock } from './known-clock.ts'
import type { KnownFacts } from './known-facts.ts'

export type IncidentModel = ReturnType<typeof incidentModel>

/** Everything about one incident's people, as far as the phone knows. */
export type PeopleOfIncident = { people: People; facts: readonly PersonFact[] }

/** What all facts on this phone say together. It is folded once for each change of them, and once a minute. */
export function incidentModel({
  facts,
  clock,
  world,
}: {
  facts: KnownFacts
  clock: KnownClock
  world: World
}) {
  const fold = keptLast(foldIncidents)
  const order = keptLast(inOrder)
  const chosen = keptArray<PersonFact>()
  const foldChosen = keptLast((of: readonly PersonFact[]): PeopleOfIncident => ({
    people: foldPeople(of),
    facts: of,
  }))

  /** To the minute: what is computed of it stays for that long. */
  async function presentMinute(): Promise<Instant> {
    return startOfMinute(await clock.now())
  }

  /** Those that have left the phone too. */
  async function readAll(): Promise<Reading<readonly Incident[]>> {
    const [reading, now] = await Promise.all([facts.coordination(), presentMinute()])
    return mapReading(reading, (known) => fold(known, now))
  }

  async function readIncidents(): Promise<Reading<readonly Incident[]>> {
    const [reading, now] = await Promise.all([readAll(), presentMinute()])
    return mapReading(reading, (known) => order(known, now))
  }

  async function find(id: IncidentId): Promise<Reading<Incident | null>> {
    return mapReading(
      await readIncidents(),
      (incidents) => incidents.find(({ members }) => members.includes(id)) ?? null,
    )
  }

  return {
    presentMinute,
    incidents: readIncidents,
    coordination: facts.coordination,
    /** Also by the id of a member of a merged one; null when no incident has it. */
    find,

    async peopleOf(incident: Incident): Promise<Reading<PeopleOfIncident>> {
      const [incidents, reading, now] = await Promise.all([
        readAll(),
        facts.people(),
        presentMinute(),
      ])
      const known = incidents.kind === 'open' ? incidents.value : []
      return mapReading(withOptional(reading, incidents), (all) =>
        foldChosen(chosen(factsThatCount(all, { incident, known, now }))),
      )
    },

    async effects(): Promise<Reading<IncidentEffects>> {
      const [reading, now] = await Promise.all([readIncidents(), clock.now()])
      return mapReading(reading, (incidents) => effectsOf(incidents, now, world))
    },
  }
}

/** Open ones first, newest start first. */
function inOrder(incidents: readonly Incident[], now: Instant): readonly Incident[] {
  return incidents
    .filter((incident) => isKept(incident, now))
    .toSorted((a, b) => rank(a) - rank(b) || (a.startsAt > b.startsAt ? -1 : 1))
}

function rank({ standing }: Incident): number {
  return standing === 'closed' ? 1 : 0
}
