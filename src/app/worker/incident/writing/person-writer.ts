import type { FactRefusal, PersonSaying } from '#app/bridge/fact-writer.ts'
import type { EntryId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { foldPeople } from '#domain/people/fold-people.ts'
import type { PersonFact } from '#domain/people/person-fact.ts'
import { personReplaces, standingOnSamePerson } from '#domain/people/person-replaces.ts'
import { mayDo } from '#domain/roles/duties.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type { Unlocked } from '#domain/vault/unlocking.ts'
import type { IncidentModel } from '../model/incident-model.ts'
import type { KnownClock } from '../model/known-clock.ts'
import { findRepeated } from './repeated.ts'
import { sealFact, type SealingServices } from './seal-fact.ts'

/** For an incident that is not here. */
const nobody = { facts: [], people: foldPeople([]) }

export type PersonServices = SealingServices & {
  model: IncidentModel
  clock: DeviceClock
  known: KnownClock
}

/** Says something of a zone's people. Whoever has not the zone says nothing of them. */
export async function writeOfPerson(
  { incident, zone, body, at }: PersonSaying,
  { employeeId, profile }: Unlocked,
  services: PersonServices,
): Promise<Result<EntryId, FactRefusal>> {
  const { model, clock, known } = services
  const { author, role, zones } = profile
  if (!mayDo(role, 'recordPeople') || !zones.some(({ id }) => id === zone)) {
    return refused({ kind: 'notAllowed' })
  }
  const [found, now] = await Promise.all([model.find(incident), known.now()])
  if (found.kind !== 'open') return refused({ kind: 'locked' })
  const reading = found.value === null ? null : await model.peopleOf(found.value)
  if (reading?.kind === 'locked') return refused({ kind: 'locked' })
  const { facts, people } = reading?.kind === 'open' ? reading.value : nobody
  const fact = { author, body }
  const same = sameAs(fact, facts)
  const repeated = findRepeated(same, body, { author: employeeId, at, now })
  if (repeated !== null) return accepted(repeated.entryId)
  const writtenAt = clock.now()
  return sealFact(
    {
      kind: 'personFact',
      author,
      at: at ?? writtenAt,
      isTyped: at !== null,
      replaces: personReplaces(fact, same, people),
      writtenAt,
      body,
    },
    { incident, zone },
    services,
  )
}

/** What was said of the same before: there a second press finds the first one. */
function sameAs(
  fact: Pick<PersonFact, 'author' | 'body'>,
  facts: readonly PersonFact[],
): PersonFact[] {
  return fact.body.kind === 'undone'
    ? facts.filter(({ body }) => body.kind === 'undone')
    : standingOnSamePerson(fact, facts)
}
