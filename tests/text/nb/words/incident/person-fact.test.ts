import { expect, test } from 'vitest'
import type { PersonFactBody, PowerFinding } from '#domain/people/person-fact.ts'
import { findingText, personFactText } from '#text/nb/words/incident/person-fact.ts'
import { aPatientId } from '../../../../support/a-patient.ts'

const patientId = aPatientId(1)
const visit = { patientId, planned: null }

const worded: [string, PersonFactBody][] = [
  ['Snakket med – OK', { kind: 'contact', patientId, state: 'spokenOk', word: null }],
  [
    'Overført: til sykehus',
    { kind: 'contact', patientId, state: 'transferred', word: 'til sykehus' },
  ],
  ['Åsveien 4 har strøm', { kind: 'placePower', street: 'Åsveien', number: '4', hasPower: true }],
  ['Har tatt besøket', { kind: 'visitTaken', visit }],
  [
    'Besøk: delvis gjort: medisin',
    { kind: 'visitEnded', visit, outcome: 'partly', word: 'medisin' },
  ],
]

test.each(worded)('«%s» is what a fact says in one line', (text, body) => {
  expect(personFactText(body)).toBe(text)
})

test('a finding says the parts that are known, and a reserve of none is not said', () => {
  const finding: PowerFinding = {
    patientId,
    poweredDeviceId: 'device-1',
    batteryMinutes: 240,
    reserveMinutes: 0,
    hasPower: null,
    someoneThere: true,
    word: null,
  }

  expect(findingText(finding)).toBe('Byttet eller målt, holder 4 t · Noen er der')
})
