import type { FactRefusal, PersonSaying } from '#app/bridge/fact-writer.ts'
import type { EntryId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { foldPeople } from '#domain/people/fold-people.ts'
import type { PersonFact } from '#domain/people/person-fact.ts'
import { personReplaces, standingOnSamePerson } from '#domain/people/person-replaces.ts'
import { mayDo } from '#domain/roles/duties.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type { Unlocked } from '#domain/vault/unlocking.ts'
import type { ReadKnown } from '../model/incident-model.ts'
import { findRepeated } from './repeated.ts'
import { sealFact, type SealingServices } from './seal-fact.ts'

/** For an incident that is not here. */
const nobody = { facts: [], people: foldPeople([]) }

export type PersonServices = SealingServices & { readKnown: ReadKnown; clock: DeviceClock }

/** Says something of a zone's people. Whoever has not the zone says nothing of them. */
export async function writeOfPerson(
  { incident, zone, body, at }: PersonSaying,
  { employeeId, profile }: Unlocked,
  services: PersonServices,
): Promise<Result<EntryId, FactRefusal>> {
  const { readKnown, clock } = services
  const { author, role, zones } = profile
  if (!mayDo(role, 'recordPeople') || !zones.some(({ id }) => id === zone)) {
    return refused({ kind: 'notAllowed' })
  }
  const reading = await readKnown()
  if (reading.kind !== 'open') return refused({ kind: 'locked' })
  const { now, find, peopleOf, latestHlc } = reading.value
  const whole = find(incident)
  const { facts, people } = whole === null ? nobody : peopleOf(whole)
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
    { incident, zone, after: latestHlc() },
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
