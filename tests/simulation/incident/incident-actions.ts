import { type EntryId, IncidentId } from '#domain/base/ids.ts'
import { CardCode } from '#domain/cards/action-card.ts'
import { standingIds } from '#domain/facts/standing-ids.ts'
import {
  type CoordinationFactBody,
  IncidentLevel,
  StepState,
} from '#domain/incidents/coordination-fact.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { replacedByFact } from '#domain/incidents/replaced-by-fact.ts'
import { doseKeyText } from '#domain/people/keys.ts'
import {
  ContactState,
  type DoseKey,
  type PersonFactBody,
  VisitOutcome,
} from '#domain/people/person-fact.ts'
import { replacedByPersonFact } from '#domain/people/replaced-by-person-fact.ts'
import { LocalDate, LocalTime } from '#domain/time/instant.ts'
import type { Random } from '../random.ts'
import type { ActingPhone } from './incident-phone.ts'
import { simPeople, simZone } from './sim-people.ts'

const simCard = CardCode.parse('TK-01')
const simPatients = simPeople.map(({ id }) => id)
const evening = { line: null, on: LocalDate.parse('2026-11-23'), slot: LocalTime.parse('20:00') }

/** Says it as the phone's worker does: in the place of what stands there. */
function sayOfIncident(
  phone: ActingPhone,
  body: CoordinationFactBody,
  incident: Incident,
): EntryId {
  const marked = phone.view().marks.filter((mark) => mark.incident === incident.id)
  return phone.sayOfIncident(body, incident.id, replacedByFact(body, incident, marked))
}

function sayOfPerson(phone: ActingPhone, body: PersonFactBody, { id }: Incident): EntryId {
  const said = { author: phone.author.employeeId, staff: 1 }
  return phone.sayOfPerson(body, id, replacedByPersonFact(body, phone.view().people, said))
}

export function startIncident(phone: ActingPhone, random: Random): void {
  phone.sayOfIncident(
    {
      kind: 'started',
      symptoms: random.chance(0.3) ? [] : ['power'],
      area: { zones: [simZone], streets: [] },
      startsAt: phone.wallInstant(),
      announcedEnd: null,
      level: 1,
      cards: [{ code: simCard, version: 1 }],
    },
    IncidentId.parse(random.uuid()),
  )
}

type Act = (phone: ActingPhone, incident: Incident, random: Random) => void

const mark: Act = (phone, incident, random) => {
  const step = 1 + random.below(4)
  const state = random.pick(StepState.options)
  const body = { card: simCard, cardVersion: 1, step, zone: simZone, state, word: null }
  const id = sayOfIncident(phone, { kind: 'step', ...body }, incident)
  const after = phone.view().marks.find((one) => one.incident === incident.id && one.step === step)
  phone.expectToHold(standingIds(after?.standing).includes(id), 'does not show its own mark')
}

const contact: Act = (phone, incident, random) => {
  const patientId = random.pick(simPatients)
  const state = random.pick(ContactState.options)
  const id = sayOfPerson(phone, { kind: 'contact', patientId, state, word: null }, incident)
  const after = phone.view().people.contacts.get(patientId)
  phone.expectToHold(after?.shown.entryId === id, 'does not show its own call')
}

const find: Act = (phone, incident, random) => {
  const finding = {
    patientId: random.pick(simPatients),
    poweredDeviceId: null,
    batteryMinutes: random.chance(0.5) ? random.below(600) : null,
    reserveMinutes: null,
    hasPower: random.chance(0.2) ? true : null,
    someoneThere: random.chance(0.5) ? random.chance(0.5) : null,
    word: null,
  }
  sayOfPerson(phone, { kind: 'power', finding }, incident)
}

const visit: Act = (phone, incident, random) => {
  const key = { patientId: random.pick(simPatients), planned: null }
  const outcome = random.pick(VisitOutcome.options)
  const body = random.pick<PersonFactBody>([
    { kind: 'visitGiven', visit: key, to: phone.author },
    { kind: 'visitTaken', visit: key },
    { kind: 'visitEnded', visit: key, outcome, word: null },
  ])
  sayOfPerson(phone, body, incident)
}

const dose: Act = (phone, incident, random) => {
  const key: DoseKey = { ...evening, patientId: random.pick(simPatients) }
  const state = phone.view().people.doses.get(doseKeyText(key))
  const notGivenCode = random.chance(0.2) ? 'refused' : null
  const body: PersonFactBody =
    state?.isDoubled === true && random.chance(0.5)
      ? { kind: 'doseHandled', dose: key, word: null }
      : { kind: 'dose', dose: key, notGivenCode }
  sayOfPerson(phone, body, incident)
}

/** Takes back something that is on the phone, also what took something back. */
const undo: Act = (phone, incident, random) => {
  const { channel, fact } = random.pick(phone.all())
  const body = { kind: 'undone' as const, facts: [fact.entryId] }
  if (channel === 'people') sayOfPerson(phone, body, incident)
  else sayOfIncident(phone, body, incident)
}

const confirm: Act = (phone, incident) => {
  sayOfIncident(phone, { kind: 'confirmed' }, incident)
}

const correct: Act = (phone, incident, random) => {
  const value = random.pick<IncidentLevel>([1, 2, 3])
  sayOfIncident(phone, { kind: 'corrected', to: { part: 'level', value } }, incident)
}

const merge: Act = (phone, incident, random) => {
  const others = phone.view().incidents.filter(({ id }) => id !== incident.id)
  if (others.length === 0) return
  sayOfIncident(phone, { kind: 'merged', other: random.pick(others).id }, incident)
}

/** The first phone is the leader's. */
const close: Act = (phone, incident) => {
  if (phone.index !== 0) return
  const kind = incident.closed === null ? 'closed' : 'reopened'
  sayOfIncident(phone, { kind, word: null }, incident)
}

const often: readonly Act[] = [mark, contact, visit, undo]
const seldom: readonly Act[] = [find, dose, confirm, correct]

/** Something that a person does with what her phone shows her. */
export function act(phone: ActingPhone, random: Random): void {
  const { incidents } = phone.view()
  if (incidents.length === 0) {
    startIncident(phone, random)
    return
  }
  const incident = random.pick(incidents)
  if (incidents.length > 1 && random.chance(0.3)) merge(phone, incident, random)
  else if (phone.index === 0 && random.chance(0.2)) close(phone, incident, random)
  else random.pick(random.chance(0.7) ? often : seldom)(phone, incident, random)
}
