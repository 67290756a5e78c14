import { expect, test } from 'vitest'
import { ownRegistrations } from '#app/worker/new-patients/own-registrations.ts'
import type { SignedForm } from '#domain/amendments/amendment-of-note.ts'
import { withdrawalForm } from '#domain/entries/forms-about-entries.ts'
import { registrationStep } from '#domain/new-patients/registration-step.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { anOwnEntry } from '../../../support/an-own-entry.ts'
import { noon } from '../../../support/a-patient.ts'
import {
  aRegistration,
  registrationAnswers,
  registrationTables,
} from '../../../support/a-registration.ts'
import { anEntryId } from '../../../support/an-amendment.ts'

const corrected = aRegistration({
  entryId: anEntryId(2),
  // The clock was set back in between.
  writtenAt: plusMinutes(noon, -60),
  corrects: { entryId: anEntryId(1) },
  answers: registrationAnswers({ family: 'Nielsen' }),
})
const withdrawn = aRegistration({
  entryId: anEntryId(3),
  form: withdrawalForm,
  withdraws: { entryId: anEntryId(1) },
})

/** The entries of a phone in the order in which they were written, newest first as it lists them. */
function own(notes: readonly SignedForm[], received: readonly Patient[] = []) {
  const entries = notes.map((note, n) => anOwnEntry(note, n + 1)).toReversed()
  return ownRegistrations(entries, received, registrationTables, noon)
}

/** A patient as the server has her of the first entry. */
function receivedPatient(): Patient {
  const step = registrationStep([], aRegistration(), registrationTables)
  if (step?.kind !== 'registered') throw new Error('She is registered.')
  return step.record.patient
}

test('whom the employee has registered is a patient before any server has answered', () => {
  const { records } = own([aRegistration()])

  expect([...records.values()].map(({ patient }) => patient.name.family)).toEqual(['Nilsen'])
})

test('her correction stands at once, of one whom the server has and of one whom it has not', () => {
  const names = [own([aRegistration(), corrected]), own([corrected], [receivedPatient()])].map(
    ({ records }) => [...records.values()].map(({ patient }) => patient.name.family),
  )

  expect(names).toEqual([['Nielsen'], ['Nielsen']])
})

test('what she has taken back is gone at once, also where the server still has it', () => {
  expect(own([aRegistration(), withdrawn]).records.size).toBe(0)
  expect(own([withdrawn], [receivedPatient()]).withdrawn).toEqual(new Set([anEntryId(1)]))
})

test('what the server has given back is not laid on top again', () => {
  expect(own([aRegistration()], [receivedPatient()]).records.size).toBe(0)
})

test('what a leader has not taken in, and what was received long ago, makes nobody', () => {
  const rejected = anOwnEntry(aRegistration(), 1, { state: 'rejected' })
  const old = anOwnEntry(aRegistration(), 1, { receivedAt: plusMinutes(noon, -15 * 24 * 60) })

  for (const entry of [rejected, old]) {
    expect(ownRegistrations([entry], [], registrationTables, noon).records.size).toBe(0)
  }
})
