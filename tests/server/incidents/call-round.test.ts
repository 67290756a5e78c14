import { describe, expect, test } from 'vitest'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import type { EmployeeId } from '#domain/base/ids.ts'
import { foldIncidents } from '#domain/incidents/fold-incidents.ts'
import type { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import { maxInShare } from '#domain/people/deal-pool.ts'
import type { CallShares, ContactState, PersonFact } from '#domain/people/person-fact.ts'
import type { Instant } from '#domain/time/instant.ts'
import { calledLists, dealList } from '#server/incidents/call-round.ts'
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

/** So many patients of Nord 1 with a safety alarm. */
const patientsOf = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    aPatient({
      id: aPatientId(n + 1),
      zone: nord1,
      name: { family: `Berg ${n + 1}`, given: 'A' },
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

function deal(
  facts: readonly PersonFact[],
  {
    known = [started],
    patients = 3,
    lastHeardAt = new Map<EmployeeId, Instant>(),
    previous = null,
  }: {
    known?: readonly CoordinationFact[]
    patients?: number
    lastHeardAt?: ReadonlyMap<EmployeeId, Instant>
    previous?: CallShares | null
  } = {},
): CallShares | null {
  return dealList(previous, 'safetyAlarm', {
    zone: nord1,
    facts,
    incidents: foldIncidents(known, minute(60)),
    patients: patientsOf(patients),
    services: defaultServiceDefinitions,
    // Heard just now, unless a test is about silence.
    lastHeardAt: new Map([
      ...[1, 2].map((n) => [anAuthor(n).employeeId, minute(60)] as const),
      ...lastHeardAt,
    ]),
    collator: norwegianCollator(),
    now: minute(60),
  })
}
/** The patients who are dealt, in order. A share has half of what waits. */
const dealt = (...given: Parameters<typeof deal>) =>
  deal(...given)?.shares.map(({ patientId }) => patientId) ?? null

test('the lists that anybody has called are known', () => {
  expect(calledLists([calling(10), contact(11, 1, 'spokenOk')])).toEqual(['safetyAlarm'])
})

describe('dealt to be called', () => {
  test('is whoever is on the list in the area and has not been contacted', () => {
    expect(dealt([calling(10)])).toEqual([aPatientId(1), aPatientId(2)])
    expect(dealt([calling(10), contact(11, 1, 'spokenOk')])).toEqual([aPatientId(2)])
    expect(dealt([calling(10), contact(11, 1, 'needsVisit')])).toEqual([aPatientId(2)])
  })

  test('is who did not answer, once everybody has been called', () => {
    const all = [contact(12, 2, 'spokenOk'), contact(13, 3, 'spokenOk')]
    const silent = contact(11, 1, 'noAnswer')

    expect(dealt([calling(10), silent])).toEqual([aPatientId(2)])
    expect(dealt([calling(10), silent, ...all])).toEqual([aPatientId(1)])
  })

  test('is nobody outside the area, and everybody while the start has not come', () => {
    const elsewhere = aCoordinationFact(1, aStart({ area: { zones: [nord2], streets: [] } }))

    expect(dealt([calling(10)], { known: [elsewhere] })).toEqual([])
    expect(dealt([calling(10)], { known: [] })).toHaveLength(2)
  })

  test('is everybody again in another incident: what was said in one that is over says nothing', () => {
    const next = aCoordinationFact(3, aStart(), { incident: incidentId(2) })
    const said = [
      contact(11, 1, 'spokenOk'),
      calling(20, true, { incident: incidentId(2), author: anAuthor(2) }),
    ]

    expect(dealt(said, { known: [started, next] })).toEqual([aPatientId(2)])
    expect(dealt(said, { known: [started, closed, next] })).toEqual([aPatientId(1), aPatientId(2)])
  })
})

test('whoever did not answer stays with her caller, and thirty of them keep nobody from new ones', () => {
  const first = deal([calling(10)], { patients: 200 })
  const silent = (first?.shares ?? []).map(({ patientId }, n) =>
    aPersonFact(100 + n, { kind: 'contact', patientId, state: 'noAnswer', word: null }),
  )

  const second = deal([calling(10), ...silent], { patients: 200, previous: first })
  const third = deal([calling(10), ...silent], { patients: 200, previous: second })

  expect([first?.shares.length, second?.shares.length]).toEqual([maxInShare, 2 * maxInShare])
  expect(second?.shares.slice(maxInShare)).toEqual(first?.shares)
  expect(third).toBe(second)
})

describe('nobody’s calls are dealt', () => {
  test.each<[string, PersonFact[], CoordinationFact[]]>([
    ['when nobody has said that she calls', [contact(11, 1, 'noAnswer')], [started]],
    ['when whoever called calls no longer', [calling(10), calling(11, false)], [started]],
    ['when the incident is over', [calling(10)], [started, closed]],
  ])('%s', (_name, facts, known) => {
    expect(deal(facts, { known })).toBeNull()
  })
})

test('a phone that has been silent loses its share to who is there, and both are named', () => {
  const [anne, berit] = [calling(10), calling(11, true, { author: anAuthor(2) })]
  const first = deal([anne], { patients: 20 })
  const lastHeardAt = new Map([[anAuthor(1).employeeId, minute(44)]])

  const second = deal([anne, berit], { patients: 20, previous: first, lastHeardAt })

  expect(first?.shares[0]).toMatchObject({ caller: { name: 'Ansatt 1' }, mayHaveCalled: null })
  expect(second?.shares[0]).toMatchObject({
    caller: { name: 'Ansatt 2' },
    mayHaveCalled: { name: 'Ansatt 1' },
  })
})
