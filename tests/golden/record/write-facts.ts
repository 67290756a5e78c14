import { CardCode } from '#domain/cards/action-card.ts'
import type { Author } from '#domain/base/author.ts'
import { EntryId, IncidentId, type PatientId, type ZoneId } from '#domain/base/ids.ts'
import type { CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import type { PersonFactBody } from '#domain/people/person-fact.ts'
import { type Instant, LocalDate, LocalTime, plusMinutes } from '#domain/time/instant.ts'

type Place = { author: Author; zone: ZoneId; patientId: PatientId; now: Instant }

/** The id of a fact that is said first, and taken back at the end. */
const undone = EntryId.parse('fa000000-0000-4000-8000-000000000001')

/** What a nurse says of an incident, from «noe er nede» on. */
export function coordinationBodies({ zone, now }: Place): CoordinationFactBody[] {
  const card = CardCode.parse('TK-01')
  const area = { zones: [zone], streets: ['Furuveien'] }
  const step = { kind: 'step', card, cardVersion: 1, zone } as const
  return [
    {
      kind: 'started',
      symptoms: [],
      area: { zones: [zone], streets: [] },
      startsAt: plusMinutes(now, -30),
      announcedEnd: null,
      level: 1,
      cards: [],
    },
    { kind: 'corrected', to: { part: 'symptoms', value: ['power', 'mobile'] } },
    { kind: 'corrected', to: { part: 'area', value: area } },
    { kind: 'corrected', to: { part: 'startsAt', value: plusMinutes(now, -60) } },
    { kind: 'corrected', to: { part: 'announcedEnd', value: plusMinutes(now, 240) } },
    { kind: 'corrected', to: { part: 'level', value: 2 } },
    { kind: 'corrected', to: { part: 'cards', value: [{ code: card, version: 1 }] } },
    { ...step, step: 1, state: 'done', word: null },
    { ...step, step: 2, state: 'failed', word: 'Ingen svarer på vakttelefonen' },
    { kind: 'merged', other: IncidentId.parse('1c000000-0000-4000-8000-000000000002') },
    { kind: 'undone', facts: [undone] },
  ]
}

/** What she says of one patient, whom she calls and then goes to. */
export function personBodies({ author, patientId, now }: Place): PersonFactBody[] {
  const visit = { patientId, planned: null }
  const on = LocalDate.parse(now.slice(0, 10))
  const dose = { patientId, line: null, on, slot: LocalTime.parse('08:00') }
  const { employeeId, name } = author
  return [
    { kind: 'calling', list: 'lifeEssentialPower', isCalling: true },
    { kind: 'contact', patientId, state: 'noAnswer', word: null },
    { kind: 'contact', patientId, state: 'needsVisit', word: 'Datteren ringte' },
    {
      kind: 'power',
      finding: {
        patientId,
        poweredDeviceId: null,
        batteryMinutes: 120,
        reserveMinutes: null,
        hasPower: false,
        someoneThere: true,
        word: 'Batteriet er byttet',
      },
    },
    { kind: 'placePower', street: 'Furuveien', number: '12', hasPower: true },
    { kind: 'visitGiven', visit, to: { employeeId, name } },
    { kind: 'visitTaken', visit },
    { kind: 'visitTaken', visit, agreedWith: 'Vikar Olsen' },
    { kind: 'visitEnded', visit, outcome: 'partly', word: 'Mangler oksygen' },
    { kind: 'dose', dose, notGivenCode: null },
    { kind: 'doseHandled', dose, word: null },
    { kind: 'undone', facts: [undone] },
  ]
}
