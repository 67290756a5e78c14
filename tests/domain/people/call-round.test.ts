import { describe, expect, test } from 'vitest'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import type { EmployeeId } from '#domain/base/ids.ts'
import { foldIncidents } from '#domain/incidents/fold-incidents.ts'
import type { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import { calledLists, callRound } from '#domain/people/call-round.ts'
import type { ContactState, PersonFact } from '#domain/people/person-fact.ts'
import type { Instant } from '#domain/time/instant.ts'
import {
  aCoordinationFact,
  anAuthor,
  aPersonFact,
  aStart,
  factId,
  incidentId,
  minute,
  nord1,
  nord2,
} from '../../support/a-fact.ts'
import { aPatient, aPatientId, codes } from '../../support/a-patient.ts'

const patients = [1, 2, 3].map((n) =>
  aPatient({
    id: aPatientId(n),
    zone: nord1,
    name: { family: `Berg ${n}`, given: 'A' },
    services: codes('TRY'),
  }),
)
const started = aCoordinationFact(1, aStart({ area: { zones: [nord1], streets: [] } }))
const closed = aCoordinationFact(
  2,
  { kind: 'closed', word: null },
  { replaces: [factId(1)], author: anAuthor(9) },
)

const calling = (n: number, isCalling = true, more: Partial<PersonFact> = {}) =>
  aPersonFact(n, { kind: 'calling', list: 'safetyAlarm', isCalling }, more)
const contact = (n: number, patient: number, state: ContactState, more: Partial<PersonFact> = {}) =>
  aPersonFact(n, { kind: 'contact', patientId: aPatientId(patient), state, word: null }, more)

function round(
  facts: readonly PersonFact[],
  {
    known = [started],
    list = 'safetyAlarm',
    lastHeardAt = new Map(),
  }: {
    known?: readonly CoordinationFact[]
    list?: PatientListKind
    lastHeardAt?: ReadonlyMap<EmployeeId, Instant>
  } = {},
) {
  return callRound(list, {
    zone: nord1,
    facts,
    incidents: foldIncidents(known, minute(60)),
    patients,
    services: defaultServiceDefinitions,
    lastHeardAt,
    collator: norwegianCollator(),
    now: minute(60),
  })
}
const waiting = (...given: Parameters<typeof round>) => round(...given).waiting

test('the lists that anybody has called are known', () => {
  expect(calledLists([calling(10), contact(11, 1, 'spokenOk')])).toEqual(['safetyAlarm'])
})

describe('waiting to be called', () => {
  test('is everybody of the list in the area whom nobody has contacted', () => {
    expect(waiting([calling(10), contact(11, 2, 'spokenOk')])).toEqual([
      aPatientId(1),
      aPatientId(3),
    ])
  })

  test('is who did not answer, once everybody has been called; never who needs a visit', () => {
    const some = [calling(10), contact(11, 1, 'noAnswer'), contact(12, 2, 'needsVisit')]

    expect(waiting(some)).toEqual([aPatientId(3)])
    expect(waiting([...some, contact(13, 3, 'spokenOk')])).toEqual([aPatientId(1)])
  })

  test('is nobody outside the area, and everybody while the start has not come', () => {
    const elsewhere = aCoordinationFact(1, aStart({ area: { zones: [nord2], streets: [] } }))

    expect(waiting([calling(10)], { known: [elsewhere] })).toEqual([])
    expect(waiting([calling(10)], { known: [] })).toHaveLength(3)
  })

  test('is everybody again in another incident: what was said in one that is over says nothing', () => {
    const next = aCoordinationFact(3, aStart(), { incident: incidentId(2) })
    const said = [
      contact(11, 1, 'spokenOk'),
      calling(20, true, { incident: incidentId(2), author: anAuthor(2) }),
    ]

    expect(waiting(said, { known: [started, next] })).toEqual([aPatientId(2), aPatientId(3)])
    expect(waiting(said, { known: [started, closed, next] })).toHaveLength(3)
  })
})

describe('a caller', () => {
  test('is whoever says so last, heard when her phone was', () => {
    const { employeeId, name } = anAuthor(1)
    const lastHeardAt = new Map([[employeeId, minute(55)]])

    expect(round([calling(10)], { lastHeardAt }).callers).toEqual([
      { person: { employeeId, name }, lastHeardAt: minute(55), isCalling: true },
    ])
    expect(round([calling(10), calling(11, false)]).callers).toMatchObject([{ isCalling: false }])
  })

  test('of an incident that is over calls nobody', () => {
    expect(round([calling(10)], { known: [started, closed] }).callers).toMatchObject([
      { isCalling: false },
    ])
  })
})
