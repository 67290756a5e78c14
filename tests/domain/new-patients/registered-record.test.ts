import { expect, test } from 'vitest'
import { mottakslogg } from '#content/forms/mottakslogg.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import { itemRefusals } from '#domain/forms/questionnaire-check.ts'
import { registeredRecord } from '#domain/new-patients/registered-record.ts'
import { journalResponse, registers } from '#domain/new-patients/registration.ts'
import { StoredPatient } from '#domain/documents/aged-documents.ts'
import { aPatientId } from '../../support/a-patient.ts'
import {
  aRegistration,
  registrationAnswers,
  registrationTables,
  ticked,
} from '../../support/a-registration.ts'

const hidden = {
  personalNumber: '01010112345',
  postalCode: '3211',
  city: 'Sandefjord',
  phone: '90 00 00 09',
}

test('what must be answered is enough to register somebody, and to say her', () => {
  const record = registeredRecord(aRegistration(), registrationTables)

  expect(itemRefusals(mottakslogg, registrationAnswers())).toEqual([])
  expect(registers(aRegistration())).toBe(true)
  expect(StoredPatient.safeParse(record.patient).success).toBe(true)
  expect(record.patient).toMatchObject({
    name: { family: 'Nilsen', given: 'Aud' },
    address: { street: 'Havnegata 4' },
    services: [],
    livesAlone: null,
    priority: null,
  })
})

test('what she has is said in the codes of the municipality, and her device by its kind', () => {
  const services = ticked('safetyAlarm', 'lifeEssentialPower')
  const answers = registrationAnswers({ device: 'O2-konsentrator 3 l/min' }, { services })

  const { patient } = registeredRecord(aRegistration({ answers }), registrationTables)

  expect(patient.services).toEqual(['TRY', 'BST'])
  expect(patient.devices).toMatchObject([
    { kind: 'oxygen-concentrator', listedAs: 'O2-konsentrator 3 l/min', batteryMinutes: null },
  ])
})

test('an address that is said to be protected stands in the protected class alone', () => {
  const answers = registrationAnswers(hidden, { isProtected: [{ valueBoolean: true }] })

  const { patient, protectedDetails } = registeredRecord(
    aRegistration({ answers }),
    registrationTables,
  )

  expect(patient).toMatchObject({ addressProtection: 'confidential', address: null, phone: null })
  expect(protectedDetails).toMatchObject({
    address: { street: 'Havnegata 4', postalCode: '3211' },
    phone: '90 00 00 09',
  })
})

test('the journal has neither her number nor where she lives, whether protected or not', () => {
  const text = JSON.stringify(
    journalResponse(aRegistration({ answers: registrationAnswers(hidden) })),
  )

  for (const value of [...Object.values(hidden), 'Havnegata']) expect(text).not.toContain(value)
  expect(text).toContain('Tilsyn kveld')
  expect(text).toContain('33 00 00 00')
})

test('the first version of the form, and one about somebody on a list, register nobody', () => {
  expect(registers(aRegistration({ form: FormReference.parse('mottakslogg@1') }))).toBe(false)
  expect(registers(aRegistration({ patientId: aPatientId(1) }))).toBe(false)
})
