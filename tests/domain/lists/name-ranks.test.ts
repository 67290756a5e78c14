import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareNamesAndIds, norwegianCollator } from '#domain/lists/name-order.ts'
import { nameRanks } from '#domain/lists/name-ranks.ts'
import { aPatient, aPatientId } from '../../support/a-patient.ts'

const collator = norwegianCollator()
const word = fc.constantFrom('Aas', 'Ås', 'ås', 'Berg', 'berg', 'Berg 2', 'Berg 10', 'Øst', '')

test('ranks give the order of names and ids', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ family: word, given: word })), (names) => {
      const patients = names.map((name, n) => aPatient({ id: aPatientId(n), name }))
      const ranks = nameRanks(patients, collator)

      expect(patients.toSorted((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0))).toEqual(
        patients.toSorted((a, b) => compareNamesAndIds(a, b, collator)),
      )
    }),
  )
})
