import { expect, test } from 'vitest'
import { signeringsliste } from '#content/forms/signeringsliste.ts'
import { EmployeeId } from '#domain/base/ids.ts'
import type { Note } from '#domain/entries/note.ts'
import { itemRefusals } from '#domain/forms/questionnaire-check.ts'
import { needsDoubleControl } from '#domain/entries/double-control.ts'
import { answersTo } from '#domain/forms/response-lines.ts'
import { draftResponse, responseOf } from '#domain/forms/response-layout.ts'
import { wordedResponse } from '#domain/forms/worded-response.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import {
  markedAnswers,
  markOf,
  minutesPast,
  noAdditions,
  placeOfDraft,
} from '#domain/medicines/dose-marks.ts'
import {
  dosesAt,
  doubledDoses,
  isLineControlled,
  signedDoses,
} from '#domain/medicines/signed-doses.ts'
import { signingDay } from '#domain/medicines/signing-rows.ts'
import type { Medication } from '#domain/patient/medication.ts'
import { Instant, LocalDate, LocalTime } from '#domain/time/instant.ts'
import { aNote } from '../../support/a-note.ts'
import { aPatientId } from '../../support/a-patient.ts'
import { aSignedDose, aSigningRow } from '../../support/a-signed-dose.ts'

const monday = LocalDate.parse('2026-11-23')
const noon = Instant.parse('2026-11-23T11:00:00.000Z')
const later = Instant.parse('2026-11-23T11:10:00.000Z')
const patientId = aPatientId(1)
const otherEmployee = EmployeeId.parse('7b000000-0000-4000-8000-000000000002')
const forms = [signeringsliste]

function aMedication(name: string, fields: Partial<Medication> = {}): Medication {
  return {
    name,
    activeIngredient: null,
    form: null,
    strength: null,
    doses: [],
    dosageText: null,
    route: null,
    indication: null,
    kind: 'regular',
    startedOn: null,
    stoppedOn: null,
    timeCritical: false,
    multidose: false,
    remark: null,
    ...fields,
  }
}

const doses = (...times: readonly string[]) =>
  times.map((at) => ({ at: LocalTime.parse(at), amount: '1 tablett' }))

function aGiven(at: Instant, fields: Partial<Note> = {}) {
  return aSignedDose(aSigningRow(), { outcome: 'given', at }, { patientId, eventAt: at, ...fields })
}

test('a day’s rows follow the clock, with what must not be delayed first at each time', () => {
  const { timed } = signingDay(
    [
      aMedication('Furix', { doses: doses('12:00', '08:00') }),
      aMedication('Sinemet', { doses: doses('12:00'), timeCritical: true }),
    ],
    monday,
  )

  expect(timed.map(({ place, medicine }) => `${place.slot} ${medicine}`)).toEqual([
    '08:00 Furix',
    '12:00 Sinemet',
    '12:00 Furix',
  ])
})

test('each form of dose has a row: fixed, titrated, as needed, tapering, patch and multidose', () => {
  const { timed, untimed } = signingDay(
    [
      aMedication('Marevan', { doses: doses('20:00'), dosageText: 'etter INR' }),
      aMedication('Paracet', { kind: 'asNeeded', dosageText: 'inntil 4 i døgnet' }),
      aMedication('Prednisolon', { kind: 'course', dosageText: '20 mg i 3 dager, så 10 mg' }),
      aMedication('Norspan', { form: 'plaster', dosageText: 'bytt hver 7. dag' }),
      aMedication('Metoprolol', { doses: doses('08:00'), multidose: true }),
    ],
    monday,
  )

  expect(timed.map(({ medicine, amount }) => `${medicine}: ${amount}`)).toEqual([
    'Metoprolol: 1 tablett',
    'Marevan: 1 tablett · etter INR',
  ])
  expect(untimed.map(({ medicine, amount }) => `${medicine}: ${amount}`)).toEqual([
    'Paracet: inntil 4 i døgnet',
    'Prednisolon: 20 mg i 3 dager, så 10 mg',
    'Norspan: bytt hver 7. dag',
  ])
})

test('what is stopped or not begun has no row, and is counted', () => {
  const day = signingDay(
    [
      aMedication('A', { doses: doses('08:00'), stoppedOn: monday }),
      aMedication('B', { doses: doses('08:00'), startedOn: LocalDate.parse('2026-11-24') }),
      aMedication('C', { doses: doses('08:00'), stoppedOn: LocalDate.parse('2026-11-24') }),
    ],
    monday,
  )

  expect(day.timed.map(({ medicine }) => medicine)).toEqual(['C'])
  expect(day.notToday).toBe(2)
})

test('a marked dose is a whole answer to the form, as the server words it', () => {
  const given = markedAnswers(
    signeringsliste,
    aSigningRow(),
    { outcome: 'given', at: noon },
    noAdditions,
  )
  const not = markedAnswers(
    signeringsliste,
    aSigningRow(),
    { outcome: 'notGiven', code: 'nausea' },
    { ...noAdditions, comment: 'Kastet opp' },
  )

  for (const answers of [given, not]) {
    const signed = responseOf(signeringsliste, answers, 'completed')
    expect(itemRefusals(signeringsliste, answers)).toEqual([])
    expect(wordedResponse(signeringsliste, signed)).toEqual(signed)
  }
})

test.each([
  ['a time', { outcome: 'given', at: null }, 'givenAt'],
  ['a reason', { outcome: 'notGiven', code: null }, 'notGivenCode'],
] as const)('a mark without %s is kept, and cannot be signed', (_lack, mark, linkId) => {
  const answers = markedAnswers(signeringsliste, aSigningRow(), mark, noAdditions)

  expect(itemRefusals(signeringsliste, answers)).toMatchObject([{ kind: 'missing', linkId }])
})

test('a mark is found again in the draft that it was stored as', () => {
  const row = aSigningRow()
  const answers = markedAnswers(signeringsliste, row, { outcome: 'given', at: noon }, noAdditions)
  const response = draftResponse('urn:beredt:form:signeringsliste|1', answers)

  expect(placeOfDraft({ form: formReferenceOf(signeringsliste), response })).toEqual(row.place)
})

test('two phones that gave the same dose without knowing of each other both read that it is doubled', () => {
  const mine = aGiven(noon)
  const theirs = aGiven(later)

  for (const notes of [
    [mine, theirs],
    [theirs, mine],
  ]) {
    const [doubled] = doubledDoses(signedDoses(notes, forms))
    expect(doubled?.map(({ at }) => at)).toEqual([noon, later])
  }
})

test('a dose that was given once and once not, or is corrected since, is not doubled', () => {
  const not = aSignedDose(
    aSigningRow(),
    { outcome: 'notGiven', code: 'refused' },
    { patientId, eventAt: later },
  )

  const wrong = aGiven(later)
  const corrects = { entryId: wrong.entryId, reason: 'Ga den ikke' }
  const corrected = [wrong, { ...not, corrects }]
  const withdrawn = [wrong, { ...not, withdraws: corrects }]

  for (const signed of [[not], corrected, withdrawn]) {
    expect(doubledDoses(signedDoses([aGiven(noon), ...signed], forms))).toEqual([])
  }
})

test('what is given as needed may be given twice', () => {
  const row = aSigningRow({ place: { ...aSigningRow().place, slot: null }, kind: 'asNeeded' })
  const notes = [noon, later].map((at) =>
    aSignedDose(row, { outcome: 'given', at }, { patientId, eventAt: at }),
  )
  const signed = signedDoses(notes, forms)

  expect(dosesAt(row.place, signed)).toHaveLength(2)
  expect(doubledDoses(signed)).toEqual([])
})

test('a dose that was written by hand is the same as the one on the sheet', () => {
  const hand = aGiven(noon)
  const item = hand.response.item
    .filter(({ linkId }) => linkId !== 'plannedOn')
    .map((one) =>
      one.linkId === 'medicine' ? { ...one, answer: [{ valueString: 'FURIX 40MG' }] } : one,
    )

  const signed = signedDoses(
    [{ ...hand, response: { ...hand.response, item } }, aGiven(later)],
    forms,
  )

  expect(doubledDoses(signed)).toHaveLength(1)
})

test('a dose is late from its minute on, also over midnight', () => {
  const { place } = aSigningRow()

  expect(minutesPast(place, Instant.parse('2026-11-23T10:30:00.000Z'))).toBe(-30)
  expect(minutesPast(place, Instant.parse('2026-11-23T11:40:00.000Z'))).toBe(40)
  expect(minutesPast(place, Instant.parse('2026-11-24T00:00:00.000Z'))).toBe(13 * 60)
  expect(minutesPast({ ...place, slot: null }, noon)).toBeNull()
})

test('a dose names the colleague who countersigned it, and is one dose', () => {
  const given = aGiven(noon)
  const countersigning = aNote('Kontrollert', {
    patientId,
    author: { ...given.author, employeeId: otherEmployee, name: 'Omar Ali' },
    countersigns: { entryId: given.entryId, hash: '0'.repeat(64) },
  })

  const signed = signedDoses([given, countersigning], forms)

  expect(signed.map(({ by, checkedBy }) => ({ by, checkedBy }))).toEqual([
    { by: 'Ahmed Haugen', checkedBy: ['Omar Ali'] },
  ])
})

test('a controlled substance that was given needs a second employee, and the next dose of it remembers', () => {
  const given = { outcome: 'given', at: noon } as const
  const fields = { patientId, eventAt: noon }
  const controlled = aSignedDose(aSigningRow(), given, fields, { isControlled: true })
  const ordinary = aSignedDose(aSigningRow({ medicine: 'Paracet' }), given, fields, {
    isControlled: false,
  })
  const signed = signedDoses([controlled, ordinary, aGiven(later)], forms)

  expect(signed.map(({ needsControl }) => needsControl)).toEqual([true, false, false])
  expect(isLineControlled(aSigningRow().place.line, signed)).toBe(true)
  expect(isLineControlled(aSigningRow({ medicine: 'Paracet' }).place.line, signed)).toBe(false)
  expect(isLineControlled(aSigningRow({ medicine: 'Furix' }).place.line, signed)).toBeNull()
})

test('what was not given is not asked about, whatever was answered before', () => {
  const answers = markedAnswers(
    signeringsliste,
    aSigningRow(),
    { outcome: 'notGiven', code: 'refused' },
    { ...noAdditions, isControlled: true, countBefore: '12' },
  )
  const response = responseOf(signeringsliste, answers, 'completed')

  expect(needsDoubleControl(signeringsliste, response)).toBe(false)
  expect(answersTo(response.item, 'countBefore')).toEqual([])
})

test('all that is written beside a mark is read back from its draft, and a count that is no number cannot be signed', () => {
  const row = aSigningRow({ isAmountFixed: false })
  const mark = { outcome: 'given', at: noon } as const
  const more = {
    amount: '3 mg',
    checkedBy: '',
    isControlled: true,
    countBefore: '12',
    countAfter: 'elleve',
    comment: 'Telt to ganger',
  }

  const answers = markedAnswers(signeringsliste, row, mark, more)

  expect(markOf(row, answers)).toEqual({ mark, more })
  expect(itemRefusals(signeringsliste, answers).map(({ linkId }) => linkId)).toEqual(['countAfter'])
})

test('what an app that knows only version 1 writes of a second employee is kept in version 2', () => {
  const answers = markedAnswers(
    signeringsliste,
    aSigningRow(),
    { outcome: 'given', at: noon },
    { ...noAdditions, checkedBy: 'Omar Ali' },
  )
  const signed = responseOf(signeringsliste, answers, 'completed')

  expect(answersTo(signed.item, 'checkedBy')).toEqual([{ valueString: 'Omar Ali' }])
  expect(wordedResponse(signeringsliste, signed)).toEqual(signed)
})
