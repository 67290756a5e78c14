import { expect, test } from 'vitest'
import { mentionsPerson } from '#domain/incidents/mentions-person.ts'
import { aPatient, aPatientId } from '../../support/a-patient.ts'

const patients = [
  aPatient({
    id: aPatientId(1),
    name: { family: 'Berg', given: 'Anna Ingrid' },
    phone: '+47 900 00 742',
  }),
  aPatient({ id: aPatientId(2), name: { family: 'Næss-Lie', given: 'Máret' } }),
]
const found = (text: string) => mentionsPerson(text, patients).map((mention) => mention.found)

test.each([
  ['Anna Berg fikk ikke flaske', 'Anna Berg'],
  ['Flasken er hos Berg, Anna', 'Berg Anna'],
  ['hos ANNA I. BERG', 'ANNA I BERG'],
  ['Ingrid Bergs aggregat er tomt', 'Ingrid Bergs'],
  ['Maret Lie svarer ikke', 'Maret Lie'],
  ['Kjørte til máret naess', 'máret naess'],
])('%s names a patient', (text, name) => {
  expect(found(text)).toEqual([name])
})

test.each([
  'Berg sone er uten strøm',
  'Anna på kontoret ringer',
  'Bergen og Annas vei er stengt',
  'Anna ringer AMK fra basen, og bilen står ved Berg',
  'Annaberg er uten strøm',
  '',
])('«%s» names nobody', (text) => {
  expect(found(text)).toEqual([])
})

test.each(['01019012345', '010190 12345', '010190-12345', '010190 123 45', '01.01.90 12345'])(
  'a personal number written as %s is found, whoever it belongs to',
  (number) => {
    expect(mentionsPerson(`Gjelder ${number}.`, [])).toEqual([
      { kind: 'personalNumber', found: number },
    ])
  },
)

test.each(['Ring 90000742', 'ring 900 00 742 straks', '+4790000742', 'kl 0310 900 00 742'])(
  'the phone of a patient is found in «%s»',
  (text) => {
    expect(mentionsPerson(text, patients)).toEqual([
      { kind: 'phone', patientId: aPatientId(1), found: '+47 900 00 742' },
    ])
  },
)

test('other numbers are nobody’s', () => {
  expect(found('Møt 03.10 ved basen, AMK 113, vakt 33 45 67 89, steg 12')).toEqual([])
})

test('a patient without a number, or with a short one, is not found in every text', () => {
  const short = [aPatient({ phone: '113' }), aPatient({ phone: '' })]

  expect(mentionsPerson('AMK 113, vakt 33 45 67 89', short)).toEqual([])
})
