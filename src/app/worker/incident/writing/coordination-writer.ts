import type { CoordinationSaying, FactRefusal } from '#app/bridge/fact-writer.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { standingFacts } from '#domain/facts/standing-facts.ts'
import type { CoordinationFact, CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import { coordinationReplaces, standingOnSame } from '#domain/incidents/coordination-replaces.ts'
import { coordinationUndoes } from '#domain/incidents/coordination-undoes.ts'
import { dutyOfFact } from '#domain/incidents/duty-of-fact.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { mentionsPerson } from '#domain/incidents/mentions-person.ts'
import { saidStreets, saidWords } from '#domain/incidents/said-words.ts'
import { startOf, withMovedStart } from '#domain/incidents/start-in-time.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { type Duty, mayDo } from '#domain/roles/duties.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import type { Unlocked } from '#domain/vault/unlocking.ts'
import type { DeviceLists } from '../../lists/device-lists.ts'
import type { IncidentModel } from '../model/incident-model.ts'
import type { KnownClock } from '../model/known-clock.ts'
import { findRepeated, isSameOfIncident, type Press } from './repeated.ts'
import { sealFact, type SealingServices } from './seal-fact.ts'

export type CoordinationServices = SealingServices & {
  lists: Pick<DeviceLists, 'listPatients'>
  model: IncidentModel
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
  const { model, clock, known, lists } = services
  const [reading, found, now, ahead] = await Promise.all([
    model.coordination(),
    model.find(incident),
    known.now(),
    known.aheadMinutes(),
  ])
  if (reading.kind === 'locked' || found.kind === 'locked') return refused({ kind: 'locked' })
  const facts = reading.kind === 'open' ? reading.value : []
  const whole = found.kind === 'open' ? found.value : null
  if (dutiesOf(body, facts).some((duty) => !mayDo(profile.role, duty))) {
    return refused({ kind: 'notAllowed' })
  }
  const patients = await lists.listPatients(null)
  const mention = findMention(body, patients.kind === 'open' ? patients.value : [])
  if (mention !== null) return refused({ kind: 'mentionsPerson', found: mention })
  const fact = { incident, body }
  const press = { author: employeeId, at, now }
  const repeated = findRepeated(candidates(fact, facts, whole), body, press, isSameOfIncident)
  if (repeated !== null) return accepted(repeated)
  const sealed = await sealFact(
    {
      kind: 'coordinationFact',
      author: profile.author,
      replaces: coordinationReplaces(fact, facts, whole),
      writtenAt: clock.now(),
      ...asPressed(body, press, { phone: clock.now(), aheadMinutes: ahead }),
    },
    { incident, zone: null },
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

/** Where a second press finds the first one. */
function candidates(
  fact: Pick<CoordinationFact, 'incident' | 'body'>,
  facts: readonly CoordinationFact[],
  whole: Incident | null,
): CoordinationFact[] {
  switch (fact.body.kind) {
    case 'started':
      return standingFacts(
        facts.filter(({ body }) => body.kind === 'started' || body.kind === 'undone'),
        { undoes: coordinationUndoes },
      )
    case 'undone':
      return facts.filter(({ body }) => body.kind === 'undone')
    case 'corrected':
    case 'confirmed':
    case 'closed':
    case 'reopened':
    case 'merged':
    case 'step':
      return standingOnSame(fact, facts, whole)
  }
}
