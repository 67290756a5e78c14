import { EntryId, IncidentId } from '#domain/base/ids.ts'
import { CardCode } from '#domain/cards/action-card.ts'
import type { Said } from '#domain/facts/said.ts'
import type { Standing } from '#domain/facts/standing.ts'
import { IncidentLevel, StepState } from '#domain/incidents/coordination-fact.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { replacesOf } from '#domain/incidents/replaces-of.ts'
import { doseKeyText, visitKeyText } from '#domain/people/keys.ts'
import { ContactState, type DoseKey, VisitOutcome } from '#domain/people/person-fact.ts'
import { LocalDate, LocalTime } from '#domain/time/instant.ts'
import type { Random } from '../random.ts'
import type { IncidentPhone } from './incident-phone.ts'
import { simPeople, simZone } from './sim-people.ts'

const simCard = CardCode.parse('TK-01')
const simPatients = simPeople.map(({ id }) => id)
const evening = { line: null, on: LocalDate.parse('2026-11-23'), slot: LocalTime.parse('20:00') }

/** The facts of a state that a screen shows; whoever presses anew takes their place. */
function shownIds(standing: Standing<Said> | null | undefined): EntryId[] {
  return standing ? [standing.shown, ...standing.beside].map(({ entryId }) => entryId) : []
}

export function startIncident(phone: IncidentPhone, random: Random): void {
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

type Act = (phone: IncidentPhone, incident: Incident, random: Random) => void

const mark: Act = (phone, incident, random) => {
  const step = 1 + random.below(4)
  const own = phone.view().marks.find((one) => one.incident === incident.id && one.step === step)
  const state = random.pick(StepState.options)
  const knows = incident.closed === null ? [] : [incident.closed.fact]
  const id = phone.sayOfIncident(
    { kind: 'step', card: simCard, cardVersion: 1, step, zone: simZone, state, word: null },
    incident.id,
    [...shownIds(own?.standing), ...knows],
  )
  const after = phone.view().marks.find((one) => one.incident === incident.id && one.step === step)
  phone.expectToHold(shownIds(after?.standing).includes(id), 'does not show its own mark')
}

const contact: Act = (phone, { id: incident }, random) => {
  const patientId = random.pick(simPatients)
  const state = random.pick(ContactState.options)
  const id = phone.sayOfPerson(
    { kind: 'contact', patientId, state, word: null },
    incident,
    shownIds(phone.view().people.contacts.get(patientId)),
  )
  const after = phone.view().people.contacts.get(patientId)
  phone.expectToHold(after?.shown.entryId === id, 'does not show its own call')
}

const find: Act = (phone, { id: incident }, random) => {
  const finding = {
    patientId: random.pick(simPatients),
    poweredDeviceId: null,
    batteryMinutes: random.below(600),
    reserveMinutes: null,
    hasPower: random.chance(0.2) ? true : null,
    someoneThere: random.chance(0.5),
    word: null,
  }
  phone.sayOfPerson({ kind: 'power', finding }, incident)
}

const visit: Act = (phone, { id: incident }, random) => {
  const key = { patientId: random.pick(simPatients), planned: null }
  const state = phone.view().people.visits.get(visitKeyText(key))
  const held = [...shownIds(state?.offered), ...shownIds(state?.taken)]
  const isHers = state?.holder?.employeeId === phone.author.employeeId
  switch (random.below(3)) {
    case 0:
      phone.sayOfPerson(
        { kind: 'visitGiven', visit: key, to: phone.author },
        incident,
        isHers ? held : shownIds(state?.offered),
      )
      return
    case 1:
      phone.sayOfPerson({ kind: 'visitTaken', visit: key }, incident, held)
      return
    default:
      phone.sayOfPerson(
        {
          kind: 'visitEnded',
          visit: key,
          outcome: random.pick(VisitOutcome.options),
          word: null,
        },
        incident,
        shownIds(state?.ended),
      )
  }
}

const dose: Act = (phone, { id: incident }, random) => {
  const key: DoseKey = { ...evening, patientId: random.pick(simPatients) }
  const state = phone.view().people.doses.get(doseKeyText(key))
  if (state?.isDoubled === true && random.chance(0.5)) {
    const names = state.given.map(({ entryId }) => entryId)
    phone.sayOfPerson({ kind: 'doseHandled', dose: key, word: null }, incident, names)
    return
  }
  phone.sayOfPerson(
    { kind: 'dose', dose: key, notGivenCode: random.chance(0.2) ? 'refused' : null },
    incident,
    state?.lastKnown ? [state.lastKnown.entryId] : [],
  )
}

/** Takes back something that is on the phone, also what took something back. */
const undo: Act = (phone, { id: incident }, random) => {
  const { channel, fact } = random.pick(phone.all())
  const facts = [fact.entryId]
  if (channel === 'people') phone.sayOfPerson({ kind: 'undone', facts }, incident)
  else phone.sayOfIncident({ kind: 'undone', facts }, incident)
}

const confirm: Act = (phone, { id }) => {
  phone.sayOfIncident({ kind: 'confirmed' }, id)
}

const correct: Act = (phone, incident, random) => {
  const value = random.pick<IncidentLevel>([1, 2, 3])
  phone.sayOfIncident(
    { kind: 'corrected', to: { part: 'level', value } },
    incident.id,
    replacesOf(incident, 'level'),
  )
}

const merge: Act = (phone, incident, random) => {
  const other = random.pick(phone.view().incidents)
  if (other.id !== incident.id)
    phone.sayOfIncident({ kind: 'merged', other: other.id }, incident.id)
}

/** The first phone is the leader's. */
const close: Act = (phone, incident) => {
  if (phone.index !== 0) return
  phone.sayOfIncident(
    { kind: incident.closed === null ? 'closed' : 'reopened', word: null },
    incident.id,
    replacesOf(incident, 'closing'),
  )
}

const often: readonly Act[] = [mark, contact, visit, undo]
const seldom: readonly Act[] = [find, dose, confirm, correct]

/** Something that a person does with what her phone shows her. */
export function act(phone: IncidentPhone, random: Random): void {
  const { incidents } = phone.view()
  if (incidents.length === 0) {
    startIncident(phone, random)
    return
  }
  const incident = random.pick(incidents)
  if (incidents.length > 1 && random.chance(0.3)) merge(phone, incident, random)
  else if (phone.index === 0 && random.chance(0.1)) close(phone, incident, random)
  else random.pick(random.chance(0.7) ? often : seldom)(phone, incident, random)
}
