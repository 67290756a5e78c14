import { expect, test } from 'vitest'
import { patientsToCall } from '#domain/people/patients-to-call.ts'
import { aPatientId } from '../../support/a-patient.ts'

test('those whom nobody has tried come before those who did not answer; the visit list is apart', () => {
  const states = ['needsVisit', 'noAnswer', 'notContacted', 'spokenOk', 'notContacted'] as const
  const rows = states.map((state, n) => ({ patient: { id: aPatientId(n) }, state }))

  expect(patientsToCall(rows)).toEqual([2, 4, 1].map(aPatientId))
})
