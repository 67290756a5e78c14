import { expect, test } from 'vitest'
import { binderAsOf, binderHash, changedPatients, documentVersions } from '#domain/binder/binder.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { aBinderContent, aWorkList, someDetails } from '../../support/a-binder.ts'
import { aPatient, aPatientId, noon } from '../../support/a-patient.ts'
import { nodeHasher } from '../../support/node-hasher.ts'

const versionsOf = (fields: Parameters<typeof aBinderContent>[0]) =>
  documentVersions(aBinderContent(fields), nodeHasher)

test('the hash is equal for equal documents in any order', async () => {
  const [one, two] = [aPatient(), aPatient({ id: aPatientId(2) })]

  const there = await binderHash(await versionsOf({ patients: [one, two] }), nodeHasher)
  const back = await binderHash(await versionsOf({ patients: [two, one] }), nodeHasher)

  expect(there).toBe(back)
})

test('a changed word changes the hash', async () => {
  const before = await binderHash(await versionsOf({}), nodeHasher)
  const after = await binderHash(
    await versionsOf({ patients: [aPatient({ mobility: 'Rullestol' })] }),
    nodeHasher,
  )

  expect(after).not.toBe(before)
})

test('a new patient, a changed card and a changed medication sheet are pages to replace', async () => {
  const patients = [1, 2, 3, 4].map((n) => aPatient({ id: aPatientId(n) }))
  const details = [1, 2, 3].map((n) => someDetails({ patientId: aPatientId(n) }))
  const earlier = await versionsOf({ patients: patients.slice(0, 3), details })
  const current = await versionsOf({
    patients: patients.map((patient, i) => (i === 1 ? { ...patient, mobility: 'Seng' } : patient)),
    details: details.map((row, i) => (i === 2 ? { ...row, medications: [] } : row)),
  })

  const changed = changedPatients(earlier, current, patients)

  expect([...changed]).toEqual([aPatientId(2), aPatientId(3), aPatientId(4)])
})

test('a newer list that only confirms makes another binder, and no page to replace', async () => {
  const later = plusMinutes(noon, 7 * 24 * 60)
  const patients = [aPatient()]
  const details = [someDetails()]
  const workLists = [aWorkList({ asOf: later })]
  const earlier = await versionsOf({ patients, details, workLists })
  const current = await versionsOf({
    patients: patients.map((patient) => ({ ...patient, asOf: later })),
    details: details.map((row) => ({ ...row, asOf: later })),
    workLists,
  })

  expect(changedPatients(earlier, current, patients)).toEqual(new Set())
  expect(await binderHash(current, nodeHasher)).not.toBe(await binderHash(earlier, nodeHasher))
})

test('a print is as old as its oldest list', () => {
  const content = aBinderContent({
    patients: [aPatient({ asOf: plusMinutes(noon, 60) })],
    workLists: [aWorkList({ asOf: noon })],
  })

  expect(binderAsOf(content)).toBe(noon)
})
