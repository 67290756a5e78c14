import type { FactRefusal, PersonSaying } from '#app/bridge/fact-writer.ts'
import type { EntryId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { foldPeople } from '#domain/people/fold-people.ts'
import { personUndoes } from '#domain/people/person-fact-of.ts'
import type { PersonFactBody } from '#domain/people/person-fact.ts'
import { personSubject } from '#domain/people/person-subject.ts'
import { replacedByPersonFact } from '#domain/people/replaced-by-person-fact.ts'
import { mayDo } from '#domain/roles/duties.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type { Unlocked } from '#domain/vault/unlocking.ts'
import type { DeviceLists } from '../../lists/device-lists.ts'
import type { ReadKnown } from '../model/incident-model.ts'
import { findRepeated } from './repeated.ts'
import { sealFact, type SealingServices } from './seal-fact.ts'

/** For an incident that is not here. */
const nobody = { facts: [], people: foldPeople([]) }

export type PersonServices = SealingServices & {
  readKnown: ReadKnown
  lists: Pick<DeviceLists, 'listWorkLists'>
  clock: DeviceClock
}

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
  const saying = { author: employeeId, at, now, body }
  const rules = { undoes: personUndoes, about: personSubject }
  const repeated = findRepeated(facts, saying, rules)
  if (repeated !== null) return accepted(repeated.entryId)
  const staff = await staffOf(body, services)
  const writtenAt = clock.now()
  return sealFact(
    {
      kind: 'personFact',
      author,
      at: at ?? writtenAt,
      isTyped: at !== null,
      replaces: replacedByPersonFact(body, people, { author: employeeId, staff }),
      writtenAt,
      body,
    },
    { incident, zone, after: latestHlc() },
    services,
  )
}

/** How many the work list plans for a visit; 1 for one that the incident made. */
async function staffOf(body: PersonFactBody, { lists }: PersonServices): Promise<number> {
  const planned = body.kind === 'visitTaken' ? body.visit.planned : null
  if (planned === null) return 1
  const workLists = await lists.listWorkLists(null)
  const visits = workLists.kind === 'open' ? workLists.value.flatMap((list) => list.visits) : []
  return visits.find(({ id }) => id === planned.visitId)?.staff ?? 1
}
