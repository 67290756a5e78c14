import { expect, test } from 'vitest'
import { formerPatient } from '#domain/roster/former-patient.ts'
import { Instant, LocalDate } from '#domain/time/instant.ts'
import { formerPatientName, formerPatientOnPaper } from '#text/nb/words/notes/former-patient.ts'
import { aPatient } from '../../../../support/a-patient.ts'

const berit = aPatient({
  name: { family: 'Lie', given: 'Berit' },
  bornOn: LocalDate.parse('1941-03-14'),
  ehrId: '70399',
})
const gone = formerPatient(berit, Instant.parse('2026-11-23T07:00:00.000Z'))

test.each([
  ['2026-11-23T15:00:00.000Z', 'i dag'],
  ['2026-11-24T15:00:00.000Z', 'i går'],
  ['2026-12-24T15:00:00.000Z', '23.11.'],
])('on %s she left the list %s', (now, day) => {
  expect(formerPatientName(gone, Instant.parse(now))).toBe(
    `Lie, Berit · f. 1941 · EPJ-nr. 70399 · ute av listen fra ${day}`,
  )
})

test('paper says the day itself', () => {
  expect(formerPatientOnPaper(gone)).toBe('f. 1941 · EPJ-nr. 70399 · ute av listen fra 23.11.2026')
})

test('what is not recorded is not said', () => {
  expect(formerPatientName({ ...gone, bornOn: null, ehrId: null }, gone.goneAt)).toBe(
    'Lie, Berit · ute av listen fra i dag',
  )
})
