import { expect, onTestFinished, test, vi } from 'vitest'
import { patientSearch } from '#app/worker/patient-search.ts'
import { aPatient, aPatientId } from '../../support/a-patient.ts'

const address = { street: 'Åsveien 4', postalCode: '3210', city: 'Sandefjord', detail: null }
const maret = aPatient({ name: { family: 'Somby', given: 'Máret' }, ehrId: '100117' })
const aase = aPatient({
  id: aPatientId(2),
  name: { family: 'Solbakken', given: 'Aase' },
  ehrId: '100118',
  phone: '+47 901 23 456',
  address,
})
const odd = aPatient({
  id: aPatientId(3),
  name: { family: 'Åsen', given: 'Odd' },
  ehrId: '100119',
})
const patients = [maret, aase, odd]

function found(text: string): string[] {
  return patientSearch()
    .find(patients, text)
    .map(({ name }) => name.given)
}

test.each([
  ['somby', ['Máret']],
  ['maret so', ['Máret']],
  ['SOLB', ['Aase']],
  ['100119', ['Odd']],
])('«%s» finds whom it names or numbers', (typed, names) => {
  expect(found(typed)).toEqual(names)
})

test('every typed word must be somewhere', () => {
  expect(found('somby odd')).toEqual([])
})

test('a name comes before a street', () => {
  expect(found('ås')).toEqual(['Aase', 'Odd'])
  expect(found('åsen')).toEqual(['Odd'])
  expect(found('åsv')).toEqual(['Aase'])
})

test.each(['90123456', '901 23 456', '901 23'])(
  'the telephone number is found as «%s»',
  (typed) => {
    expect(found(typed)).toEqual(['Aase'])
  },
)

test('a slip of the finger is forgiven in a name', () => {
  expect(found('solbaken')).toEqual(['Aase'])
})

test('a number with a slip is somebody else’s', () => {
  expect(found('90123457')).toEqual([])
})

test('nothing typed finds nobody', () => {
  expect(found(' ')).toEqual([])
})

test('patients that are new are found, and those that are gone are not', () => {
  const search = patientSearch()
  search.find(patients, 'somby')

  expect(search.find([aase, odd], 'somby')).toEqual([])
  expect(search.find([aase, maret], 'somby')).toEqual([maret])
})

test('the words of many are folded bit by bit, and found as before', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const many = [...Array.from({ length: 1_200 }, () => aPatient()), aase]
  const search = patientSearch()

  search.prepare(many)
  let turns = 0
  for (; vi.getTimerCount() > 0; turns++) vi.runOnlyPendingTimers()

  expect(turns).toBe(3)
  expect(search.find(many, '901 23 456')).toEqual([aase])
})

test('what was signed since the list finds her too, and what the list says still does', () => {
  const search = patientSearch()
  const since = new Map([[maret.id, 'Nyveien 3 B Elin Moe 90011223']])

  for (const text of ['nyveien 3', 'elin', '900 11 223', 'somby']) {
    expect(search.find(patients, text, since)).toEqual([maret])
  }
  expect(search.find(patients, 'nyveien')).toEqual([])
})
