import { expect, test } from 'vitest'
import { nextToCall } from '#domain/people/calls/next-to-call.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { aContactFact } from '../../../support/a-person-fact.ts'
import { aPatient, aPatientId, noon } from '../../../support/a-patient.ts'

function aRow(
  n: number,
  state: 'noAnswer' | 'needsVisit' | null,
  phone: string | null = '90000001',
) {
  const patient = aPatient({ id: aPatientId(n), phone })
  const contact =
    state === null ? null : { shown: aContactFact({ patientId: patient.id, state }), beside: [] }
  return { patient, contact }
}

test('who has not been tried comes before who did not answer, in the order of the list', () => {
  const rows = [aRow(1, 'noAnswer'), aRow(2, null), aRow(3, null)]

  expect(nextToCall(rows, plusMinutes(noon, 60))).toBe(rows[1])
})

test('who did not answer is next again after ten minutes, and not before', () => {
  const rows = [aRow(1, 'noAnswer')]

  expect(nextToCall(rows, plusMinutes(noon, 9))).toBeNull()
  expect(nextToCall(rows, plusMinutes(noon, 10))).toBe(rows[0])
})

test('who needs a visit, and whose number is not known, is not called', () => {
  expect(nextToCall([aRow(1, 'needsVisit'), aRow(2, null, null)], noon)).toBeNull()
})
