import { expect, test } from 'vitest'
import type { Amendment, ProtectedAmendment } from '#domain/amendments/amendment.ts'
import { judgeByList } from '#domain/amendments/compare-with-list.ts'
import type { Medication } from '#domain/patient/medication.ts'
import type { ListedFacts } from '#domain/roster/listed-person.ts'
import { LocalDate, plusMinutes } from '#domain/time/instant.ts'
import { aMedication } from '../../support/a-binder.ts'
import {
  aDetailsAmendment,
  aDose,
  anAmendment,
  anEntryId,
  kari,
} from '../../support/an-amendment.ts'
import { aPatientId, at, noon } from '../../support/a-patient.ts'

const asOf = plusMinutes(noon, 24 * 60)
const furix = aMedication()

type By = {
  facts?: Partial<ListedFacts> | null
  before?: Medication[]
  hidden?: ProtectedAmendment | null
  listAsOf?: typeof noon
}

function judged(
  amendment: Amendment,
  { facts = {}, before = [furix], hidden = null, listAsOf = asOf }: By = {},
) {
  const listed = facts === null ? null : { facts, before }
  return judgeByList(amendment, hidden, { listed, asOf: listAsOf }).kind
}

const withDose = (amount: string, ...times: string[]): Partial<ListedFacts> => ({
  medications: [aMedication({ doses: times.map((time) => ({ at: at(time), amount })) })],
})

test.each([
  ['2 tabletter', '08', '2 tabl.', ['08:00'], 'confirmed'],
  ['2,5 mg', '8.00 og 20', '2.50 mg', ['08:00', '20:00'], 'confirmed'],
  ['2,5 mg', null, '2,5mg', ['08:00', '20:00'], 'confirmed'],
  ['2,5 mg', '08', '2,5 mg', ['08:00', '20:00'], 'contradicted'],
  ['25 mg', '08', '2,5 mg', ['08:00'], 'contradicted'],
  ['2,5 mg', '08', '2,5 ml', ['08:00'], 'contradicted'],
] as const)('%s kl. %s against the list’s %s kl. %s is %s', (amount, times, listed, at, kind) => {
  const amendment = aDetailsAmendment({ body: aDose({ amount, times }) })

  expect(judged(amendment, { facts: withDose(listed, ...at) })).toBe(kind)
})

test('a list without medicines says nothing of them, and leaves the dose', () => {
  expect(judged(aDetailsAmendment(), { facts: {} })).toBe('left')
})

test('a list that was made before the change cannot contradict it, but confirms it when it agrees', () => {
  const amendment = aDetailsAmendment({ body: aDose({ amount: '2 tabletter' }) })

  expect(judged(amendment, { facts: withDose('1 tablett', '08:00'), listAsOf: noon })).toBe('left')
  expect(judged(amendment, { facts: withDose('2 tabletter', '08:00'), listAsOf: noon })).toBe(
    'confirmed',
  )
})

test('a dose that begins after the list was made is not contradicted by it', () => {
  const amendment = aDetailsAmendment({ from: plusMinutes(asOf, 60) })

  expect(judged(amendment, { facts: withDose('1 tablett', '08:00') })).toBe('left')
})

test('a medicine that is gone from the sheet, or stopped on it, confirms that it was stopped', () => {
  const stopped = aDetailsAmendment({
    body: { kind: 'stopped', medicine: 'Furix 40 mg', orderedBy: null },
  })
  const on = LocalDate.parse('2026-11-23')

  expect(judged(stopped, { facts: { medications: [] } })).toBe('confirmed')
  expect(judged(stopped, { facts: { medications: [aMedication({ stoppedOn: on })] } })).toBe(
    'confirmed',
  )
  expect(judged(stopped, { facts: { medications: [furix] } })).toBe('contradicted')
})

test('a stopped medicine that is on the list in another strength is for a person to decide', () => {
  const stopped = aDetailsAmendment({
    body: { kind: 'stopped', medicine: 'Furix 40 mg', orderedBy: null },
  })

  expect(judged(stopped, { facts: { medications: [aMedication({ strength: '20 mg' })] } })).toBe(
    'contradicted',
  )
})

test('a misspelt medicine that the sheet never had is not taken for stopped', () => {
  const stopped = aDetailsAmendment({
    body: { kind: 'stopped', medicine: 'Furiks', orderedBy: null },
  })

  expect(judged(stopped, { facts: { medications: [furix] } })).toBe('left')
})

const died = anAmendment({ body: { kind: 'died' } })
const moved = anAmendment({
  body: { kind: 'moved', address: 'Storgata 1, 3210 Sandefjord' },
})

test('who is gone from the list is not contradicted in that she died, moved or is in hospital', () => {
  expect([died, moved, anAmendment()].map((one) => judged(one, { facts: null }))).toEqual([
    'confirmed',
    'confirmed',
    'confirmed',
  ])
  expect(judged(died, { facts: {} })).toBe('contradicted')
  expect(judged(anAmendment(), { facts: {} })).toBe('left')
  expect(judged(died, { facts: null, listAsOf: noon })).toBe('left')
})

test('an older list that does not have her yet does not confirm that she is home again', () => {
  const home = anAmendment({ body: { kind: 'home' } })

  expect(judged(home, { facts: {} })).toBe('confirmed')
  expect(judged(home, { facts: {}, listAsOf: noon })).toBe('left')
})

const address = (street: string, postalCode: string | null = null) => ({
  address: { street, postalCode, city: null, detail: null },
})

test.each([
  [address('Storgata 1'), 'confirmed'],
  [address('STORGATA 1', '3210'), 'confirmed'],
  [address('Storgata 12'), 'contradicted'],
  [address('Storgata 1', '0155'), 'contradicted'],
  [{ address: null }, 'contradicted'],
  [{}, 'left'],
] as const)('a move to Storgata 1 against %j is %s', (facts, kind) => {
  expect(judged(moved, { facts })).toBe(kind)
})

test('a protected address is compared too, from the part that only some may open', () => {
  const amendment = anAmendment({ body: { kind: 'moved', address: null } })
  const hidden = {
    entryId: anEntryId(1),
    patientId: aPatientId(1),
    author: kari,
    from: noon,
    code: null,
    address: 'Storgata 1',
  }

  expect(judged(amendment, { facts: address('Storgata 1'), hidden })).toBe('confirmed')
  expect(judged(amendment, { facts: address('Lia 4'), hidden })).toBe('contradicted')
})

const way = (description: string, code: string | null = null) => ({
  access: [{ kind: 'keyBox' as const, description, code }],
})

test('a key is confirmed by its place, and by its code where the list has codes', () => {
  const key = anAmendment({ body: { kind: 'key', place: 'boks ved kjellerdør', hasCode: true } })
  const hidden = {
    entryId: anEntryId(1),
    patientId: aPatientId(1),
    author: kari,
    from: noon,
    code: '4711',
    address: null,
  }

  expect(judged(key, { facts: way('Nøkkelboks ved kjellerdør'), hidden })).toBe('confirmed')
  expect(judged(key, { facts: way('Nøkkelboks ved kjellerdør', '4711'), hidden })).toBe('confirmed')
  expect(judged(key, { facts: way('Nøkkelboks ved kjellerdør', '1234'), hidden })).toBe(
    'contradicted',
  )
  expect(judged(key, { facts: way('114'), hidden })).toBe('contradicted')
  expect(judged(key, { facts: {}, hidden })).toBe('left')
})

const kinOf = (name: string, phone: string | null) => ({
  nextOfKin: [{ name, relation: null, phone, canLookIn: false }],
})

test('next of kin are known by name, and by number when one was written', () => {
  const kin = anAmendment({
    body: { kind: 'nextOfKin', name: 'Per Lie', relation: 'Sønn', phone: '900 00 002' },
  })

  expect(judged(kin, { facts: kinOf('Lie, Per', '+4790000002') })).toBe('contradicted')
  expect(judged(kin, { facts: kinOf('Per Lie', '+47 900 00 002') })).toBe('confirmed')
  expect(judged(kin, { facts: kinOf('Per Lie', '90000003') })).toBe('contradicted')
  expect(judged(kin, { facts: {} })).toBe('left')
})

test('what was written in words alone is left for people to settle', () => {
  expect(judged(aDetailsAmendment({ body: { kind: 'other', text: 'Ny hund' } }))).toBe('left')
})

test('a course whose last day is still to come is not stopped yet', () => {
  const stopped = aDetailsAmendment({
    body: { kind: 'stopped', medicine: 'Furix 40 mg', orderedBy: null },
  })
  const course = aMedication({ kind: 'course', stoppedOn: LocalDate.parse('2026-12-31') })

  expect(judged(stopped, { facts: { medications: [course] } })).toBe('contradicted')
})
