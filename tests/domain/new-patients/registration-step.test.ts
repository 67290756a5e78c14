import { array, assert, constantFrom, property, shuffledSubarray } from 'fast-check'
import { expect, test } from 'vitest'
import type { SignedForm } from '#domain/amendments/amendment-of-note.ts'
import { EmployeeId } from '#domain/base/ids.ts'
import { registrationStep } from '#domain/new-patients/registration-step.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { Instant, plusMinutes } from '#domain/time/instant.ts'
import { aPatient, noon } from '../../support/a-patient.ts'
import {
  aRegistration,
  registrationAnswers,
  registrationTables,
} from '../../support/a-registration.ts'
import { anEntryId, kari } from '../../support/an-amendment.ts'

const liv = { ...kari, employeeId: EmployeeId.parse('7c000000-0000-4000-8000-000000000002') }
const corrects = { entryId: anEntryId(1), reason: 'Feil navn' }

/** Takes the steps of signed forms, each as the server does. */
function after(notes: readonly SignedForm[], patients: readonly Patient[] = []): Patient[] {
  return notes.reduce<Patient[]>(
    (known, note) => {
      const step = registrationStep(known, note, registrationTables)
      if (step === null) return known
      const patient = step.kind === 'registered' ? step.record.patient : step.patient
      const others = known.filter(({ id }) => id !== patient.id)
      return step.kind === 'withdrawn' ? others : [...others, patient]
    },
    [...patients],
  )
}

const correction = (n: number, family: string, at: Instant): SignedForm =>
  aRegistration({
    entryId: anEntryId(n),
    writtenAt: at,
    corrects,
    answers: registrationAnswers({ family }),
  })

const withdrawal = (n: number): SignedForm =>
  aRegistration({ entryId: anEntryId(9), withdraws: { entryId: anEntryId(n) } })

test('the patient has the id of the entry that registers her', () => {
  const [patient] = after([aRegistration()])

  expect(patient?.id).toBe(anEntryId(1))
  expect(patient?.temporary).toMatchObject({ by: kari, registeredAt: noon })
})

test('a correction says her anew under the same id, and says that it was made', () => {
  const later = plusMinutes(noon, 5)

  const [patient, ...more] = after([aRegistration(), correction(2, 'Nielsen', later)])

  expect(more).toEqual([])
  expect(patient).toMatchObject({ id: anEntryId(1), name: { family: 'Nielsen' } })
  expect(patient?.temporary).toMatchObject({
    registeredAt: noon,
    entries: [{ at: noon }, { at: later }],
  })
})

test('a correction stands though the clock was set back before it was written', () => {
  const [patient] = after([aRegistration(), correction(2, 'Nielsen', plusMinutes(noon, -600))])

  expect(patient?.name.family).toBe('Nielsen')
})

test('a patient who was registered by mistake goes, by whichever of the entries it is said', () => {
  const notes = [aRegistration(), correction(2, 'Nielsen', plusMinutes(noon, 5))]

  expect(after([...notes, withdrawal(1)])).toEqual([])
  expect(after([...notes, withdrawal(2)])).toEqual([])
})

test('nobody else corrects her or takes her away', () => {
  const others = [
    { ...correction(2, 'Hansen', plusMinutes(noon, 5)), author: liv },
    aRegistration({ entryId: anEntryId(3), author: liv, withdraws: corrects }),
  ]

  expect(after([aRegistration(), ...others])).toEqual(after([aRegistration()]))
})

test('an entry that chose the id of somebody on a list leaves her card as it is', () => {
  const listed = aPatient({ id: after([aRegistration()])[0]?.id ?? aPatient().id })

  expect(after([aRegistration()], [listed])).toEqual([listed])
})

test('corrections in any order, repeated, give the same patient', () => {
  const corrections = [0, 3, 3, 7].map((minutes, n) =>
    correction(n + 2, `Navn ${n}`, plusMinutes(noon, minutes)),
  )
  const all = after([aRegistration(), ...corrections])

  assert(
    property(
      shuffledSubarray(corrections, { minLength: corrections.length }),
      array(constantFrom(...corrections)),
      (order, again) => {
        expect(after([aRegistration(), ...order, ...again, aRegistration()])).toEqual(all)
      },
    ),
  )
  expect(all[0]?.name.family).toBe('Navn 3')
})
