import type { CoordinationSaying, FactRefusal } from '#app/bridge/fact-writer.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { CoordinationFact, CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import { coordinationUndoes } from '#domain/incidents/coordination-undoes.ts'
import { dutyOfFact } from '#domain/incidents/duty-of-fact.ts'
import { incidentSubject } from '#domain/incidents/incident-subject.ts'
import { markedSteps } from '#domain/incidents/marked-steps.ts'
import { mentionsPerson } from '#domain/incidents/mentions-person.ts'
import { replacedByFact } from '#domain/incidents/replaced-by-fact.ts'
import { saidStreets, saidWords } from '#domain/incidents/said/said-words.ts'
import { startOf, withMovedStart } from '#domain/incidents/said/start-in-time.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { type Duty, mayDo } from '#domain/roles/duties.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import type { Unlocked } from '#domain/vault/unlocking.ts'
import type { DeviceLists } from '../../lists/device-lists.ts'
import type { ReadKnown } from '../model/incident-model.ts'
import type { KnownClock } from '../model/known-clock.ts'
import { findRepeated, isSameOfIncident, type Press } from './repeated.ts'
import { sealFact, type SealingServices } from './seal-fact.ts'

export type CoordinationServices = SealingServices & {
  lists: Pick<DeviceLists, 'listPatients'>
  readKnown: ReadKnown
  clock: DeviceClock
  known: KnownClock
}

/** What was said, and in which incident: for a second press that of the first. */
export type Written = Pick<CoordinationFact, 'entryId' | 'incident'>

/** Says something of an incident. */
export async function writeOfIncident(
  { incident, body, at }: CoordinationSaying,
  { employeeId, profile }: Unlocked,
  services: CoordinationServices,
): Promise<Result<Written, FactRefusal>> {
  const { readKnown, clock, known, lists } = services
  const [reading, ahead] = await Promise.all([readKnown(), known.aheadMinutes()])
  if (reading.kind !== 'open') return refused({ kind: 'locked' })
  const { coordination: facts, now, find, latestHlc } = reading.value
  const whole = find(incident)
  if (dutiesOf(body, facts).some((duty) => !mayDo(profile.role, duty))) {
    return refused({ kind: 'notAllowed' })
  }
  const patients = await lists.listPatients(null)
  const mention = findMention(body, patients.kind === 'open' ? patients.value : [])
  if (mention !== null) return refused({ kind: 'mentionsPerson', found: mention })
  const press = { author: employeeId, at, now }
  const saying = { ...press, body, saysTheSame: isSameOfIncident }
  const repeated = findRepeated(ofSame(incident, body, facts), saying, {
    undoes: coordinationUndoes,
    about: (fact) => incidentSubject(fact, (id) => find(id)?.id ?? id),
  })
  if (repeated !== null) return accepted(repeated)
  const sealed = await sealFact(
    {
      kind: 'coordinationFact',
      author: profile.author,
      replaces: whole === null ? [] : replacedByFact(body, whole, markedSteps(facts, whole)),
      writtenAt: clock.now(),
      ...asPressed(body, press, { phone: clock.now(), aheadMinutes: ahead }),
    },
    { incident, zone: null, after: latestHlc() },
    services,
  )
  return sealed.ok ? accepted({ entryId: sealed.value, incident }) : sealed
}

/**
 * What is sealed says times as the phone's clock says them, because the server corrects those that were pressed. A start
 * that lies ahead was announced by a clock that is right: then nothing is to be corrected.
 */
function asPressed(
  body: CoordinationFactBody,
  { at, now }: Press,
  { phone, aheadMinutes }: { phone: CoordinationFact['at']; aheadMinutes: number },
): Pick<CoordinationFact, 'at' | 'isTyped' | 'body'> {
  const start = startOf(body)
  if (at !== null || (start !== null && start > now)) return { at: at ?? now, isTyped: true, body }
  const pressed = withMovedStart(body, now, (moment) => plusMinutes(moment, aheadMinutes))
  return { at: phone, isTyped: false, body: pressed }
}

/** Taking facts back takes what it took to say them. */
function dutiesOf(body: CoordinationFactBody, facts: readonly CoordinationFact[]): Duty[] {
  const undone = body.kind === 'undone' ? body.facts : []
  const named = facts.filter(({ entryId }) => undone.includes(entryId))
  return [dutyOfFact(body), ...named.map((fact) => dutyOfFact(fact.body))]
}

function findMention(body: CoordinationFactBody, patients: readonly Patient[]): string | null {
  const words = saidWords(body).flatMap((text) => mentionsPerson(text, patients))
  const streets = saidStreets(body).flatMap((text) => mentionsPerson(text, patients))
  const numbers = streets.filter(({ kind }) => kind !== 'name')
  return [...words, ...numbers][0]?.found ?? null
}

/** Where a second press finds the first one: a start makes an incident of its own each time. */
function ofSame(
  incident: CoordinationFact['incident'],
  body: CoordinationFactBody,
  facts: readonly CoordinationFact[],
): readonly CoordinationFact[] {
  return body.kind === 'started'
    ? facts
    : facts.filter((fact) => fact.incident === incident || fact.body.kind === 'undone')
}
