import { expect, test } from 'vitest'
import { sumZone, zoneSumsId } from '#domain/people/counting/zone-sums.ts'
import type { ContactState, PersonFact } from '#domain/people/person-fact.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import { aPersonFact, minute, nord1, nord2 } from '../../../support/a-fact.ts'
import { anIncident } from '../../../support/an-incident.ts'
import { countdownTables, found, living, suction } from '../../../support/a-countdown.ts'
import { aPatientId, codes, noon } from '../../../support/a-patient.ts'

const incident = anIncident({ area: { zones: [nord1], streets: [] }, startsAt: noon })

function alarmed(n: number, more: Partial<Patient> = {}): Patient {
  return { ...living(n), services: codes('TRY'), ...more }
}

const said = (n: number, state: ContactState) =>
  aPersonFact(n, { kind: 'contact', patientId: aPatientId(n), state, word: null })

type Given = { facts?: readonly PersonFact[]; of?: Partial<Incident>; now?: Instant }

function sum(patients: readonly Patient[], { facts = [], of = {}, now = noon }: Given = {}) {
  const about = { ...incident, ...of }
  return sumZone(
    { zone: nord1, patients, facts, ...countdownTables },
    { incident: about, known: [about], now },
  )
}

test('each person of the area is counted once, in the state that her zone’s phones show', () => {
  const patients = [1, 2, 3, 4, 5].map((n) => alarmed(n))
  const facts = [said(1, 'noAnswer'), said(2, 'needsVisit'), said(3, 'spokenOk')]

  const { sums } = sum([...patients, living(9)], { facts })

  expect(sums).toEqual({
    incident: incident.id,
    zone: nord1,
    people: 5,
    notReached: 4,
    notContacted: 2,
    noAnswer: 1,
    needsVisit: 1,
    red: 0,
  })
})

test('whoever lives outside the streets of the incident is not counted', () => {
  const address = { street: 'Storgata 5', postalCode: null, city: null, detail: null }
  const patients = [
    alarmed(1, { address }),
    alarmed(2, { address: { ...address, street: 'Åsen 2' } }),
  ]

  const { sums } = sum(patients, { of: { area: { zones: [nord1], streets: ['Storgata'] } } })

  expect(sums.people).toBe(1)
})

test('red are people of P1 under two hours without reserve, each once, and none where power is not what has failed', () => {
  const patients = [
    living(1, suction({ batteryMinutes: 60 }), suction({ id: 'second', batteryMinutes: 30 })),
    living(2, suction({ batteryMinutes: 600 })),
  ]

  expect(sum(patients).sums.red).toBe(1)
  expect(sum(patients, { of: { symptoms: [] } }).sums.red).toBe(1)
  expect(sum(patients, { of: { symptoms: ['mobile'] } }).sums.red).toBeNull()
  expect(sum(patients, { facts: [found(1, 1, { hasPower: true })] }).sums.red).toBe(0)
})

test('it says from when the clock alone turns a row red, and the sum is another then', () => {
  const patients = [
    living(1, suction({ batteryMinutes: 180 })),
    living(2, suction({ batteryMinutes: 300 })),
  ]

  const first = sum(patients)
  const after = plusMinutes(first.nextRedAt ?? noon, 1)
  const second = sum(patients, { now: after })

  expect(first).toMatchObject({ sums: { red: 0 }, nextRedAt: minute(60) })
  expect(second).toMatchObject({ sums: { red: 1 }, nextRedAt: minute(180) })
  expect(sum(patients, { of: { symptoms: ['mobile'] } }).nextRedAt).toBeNull()
})

test('an incident and a zone have one document of sums', () => {
  const ids = [nord1, nord2].map((zone) => zoneSumsId({ incident: incident.id, zone }))

  expect(new Set(ids).size).toBe(2)
})
