import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import { inArea } from '#domain/incidents/in-area.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { contactList } from '#domain/people/contact-list.ts'
import { foldPeople } from '#domain/people/fold-people.ts'
import type { ContactState, PersonFact } from '#domain/people/person-fact.ts'
import { aPersonFact, minute, nord1, nord2 } from '../../support/a-fact.ts'
import { aPatient, aPatientId, codes } from '../../support/a-patient.ts'
import { anyPersonFacts } from '../../support/any-facts.ts'

const named = (n: number, family: string, ...services: string[]) =>
  aPatient({
    id: aPatientId(n),
    zone: nord1,
    name: { family, given: 'A' },
    services: codes(...services),
  })
const priority = (level: 'P1' | 'P3') => ({ level, reasons: [], confirmed: null })
const contact = (n: number, patient: number, state: ContactState) =>
  aPersonFact(n, { kind: 'contact', patientId: aPatientId(patient), state, word: null })
const list = (patients: readonly Patient[], ...facts: PersonFact[]) =>
  contactList(patients, foldPeople(facts), {
    services: defaultServiceDefinitions,
    isInArea: inArea({ zones: [nord1], streets: [] }),
    now: minute(60),
    collator: norwegianCollator(),
  })

test('patients of the five lists are on it, each once, and others are not', () => {
  const patients = [
    named(1, 'Berg', 'BST', 'TRY', 'VEM'),
    named(2, 'Dahl', 'VLT'),
    named(3, 'Gran', 'MAT'),
    aPatient({ id: aPatientId(4), zone: nord2, services: codes('TRY') }),
  ]

  const { rows, all, byList } = list(patients)

  expect(rows.map(({ patient, lists }) => [patient.name.family, lists.length])).toEqual([
    ['Berg', 3],
    ['Dahl', 1],
  ])
  expect(all).toBe(2)
  expect(byList.safetyAlarm).toEqual({ left: 1, all: 1 })
  expect(byList.digitalSupervision).toEqual({ left: 0, all: 0 })
})

test('a patient with a protected address is on it, also where the area is narrowed', () => {
  const hidden = { ...named(1, 'Berg', 'TRY'), addressProtection: 'confidential' as const }
  const isInArea = inArea({ zones: [nord1], streets: ['Storgata'] })

  expect(isInArea(hidden)).toBe(true)
})

test('a row says the state, who and when, and how old it is', () => {
  const [row] = list([named(1, 'Berg', 'TRY')], contact(10, 1, 'noAnswer')).rows

  expect(row).toMatchObject({ state: 'noAnswer', at: minute(10), ageMinutes: 50 })
  expect(row?.by?.name).toBe('Ansatt 1')
})

test('whoever needs a visit is first, and who was seen is last', () => {
  const patients = ['A', 'B', 'C', 'D', 'E'].map((family, n) => named(n + 1, family, 'TRY'))

  const { rows } = list(
    patients,
    contact(1, 1, 'visited'),
    contact(2, 2, 'needsVisit'),
    contact(3, 3, 'spokenOk'),
    contact(4, 4, 'noAnswer'),
  )

  expect(rows.map(({ patient }) => patient.name.family).join('')).toBe('BDECA')
})

test('among equals P1 is first, and a patient whom nobody has assessed counts as P1', () => {
  const patients = [
    { ...named(1, 'A', 'TRY'), priority: priority('P3') },
    { ...named(2, 'B', 'TRY'), priority: priority('P1') },
    named(3, 'C', 'TRY'),
  ]

  expect(list(patients).rows.map(({ patient }) => patient.name.family)).toEqual(['B', 'C', 'A'])
})

test('nobody is well without a person who has heard or seen her, and each is counted once', () => {
  const patients = [1, 2, 3, 4].map((n) => named(n, `P${n}`, 'TRY', 'BST'))
  fc.assert(
    fc.property(anyPersonFacts, (facts) => {
      const { rows, counts, left, all } = list(patients, ...facts)
      const saidWell = new Set(
        facts.flatMap(({ body }) =>
          body.kind === 'contact' && (body.state === 'spokenOk' || body.state === 'visited')
            ? [body.patientId]
            : [],
        ),
      )
      const well = rows.filter(({ state }) => state === 'spokenOk' || state === 'visited')

      expect(well.filter(({ patient }) => !saidWell.has(patient.id))).toEqual([])
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(4)
      expect(all).toBe(4)
      expect(left).toBe(counts.notContacted + counts.noAnswer + counts.needsVisit)
    }),
    { numRuns: 300 },
  )
})
