import { expect, test } from 'vitest'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import { binderText } from '#text/nb/print/binder.ts'
import { lists } from '#text/nb/screens/lists.ts'
import { sent } from '#text/nb/screens/sent.ts'
import { answerText } from '#text/nb/words/answer.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { patientListTitle } from '#text/nb/words/patient-list.ts'
import { shiftText, templateText } from '#text/nb/words/shift.ts'

test('a name is turned round where one looks people up', () => {
  const name = { family: 'Somby', given: 'Máret' }

  expect(lookupName(name)).toBe('Somby, Máret')
})

test('unknown battery times are counted as devices, since one patient can have two', () => {
  expect(lists.unknownBatteryCount(1)).toBe('1 apparat med ukjent batteritid')
  expect(lists.unknownBatteryCount(5)).toBe('5 apparater med ukjent batteritid')
})

test('a zone without protected addresses has none left out of its binder', () => {
  expect(binderText.cover.people(67, 0)).toBe('67 brukere i sonen, ingen med skjult adresse.')
  expect(binderText.cover.people(67, 2)).toMatch(
    /^67 brukere i sonen, 2 av dem med skjult adresse\. De/,
  )
})

test('a patient who has left the lists is not said to be in another zone', () => {
  expect(sent.unknownPatient).toBe(lists.notHere)
})

test('answers are shown as one says them', () => {
  expect(answerText({ valueBoolean: true })).toBe('Ja')
  expect(answerText({ valueDecimal: 37.5 })).toBe('37,5')
  expect(answerText({ valueDate: '2026-11-23' })).toBe('23.11.2026')
  expect(answerText({ valueDateTime: '2026-11-23T15:35:00.000Z' })).toBe('23.11.2026 kl. 16:35')
  expect(answerText({ valueDateTime: '2026-11' })).toBe('2026-11')
  expect(answerText({ valueCoding: { code: 'nobody', display: 'Ingen' } })).toBe('Ingen')
})

test('a borrowed work list says whose it is', () => {
  const shift = { weekday: 'monday', part: 'evening' } as const

  expect(shiftText(shift)).toBe('Mandag kveld')
  expect(templateText(shift)).toBe('Mandagens kveldsliste brukt som mal')
})

test("a list is named by the municipality's own codes", () => {
  expect(patientListTitle('safetyAlarm', defaultServiceDefinitions)).toBe('TRY / HST')
  expect(patientListTitle('access', defaultServiceDefinitions)).toBe('Tilgang til bolig')
  expect(patientListTitle('localisation', [])).toBe('GPS')
})
