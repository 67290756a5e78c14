import { expect, test } from 'vitest'
import { changedFieldText } from '#text/nb/words/changed-field.ts'
import { fieldChangeTexts } from '#text/nb/words/field-change.ts'
import type { Address } from '#domain/patient/patient.ts'
import { ChangedField } from '#domain/roster/changed-field.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import { describeChange } from '#server/import/command/describe-change.ts'
import { aDevice, aRecord } from '../../../support/a-patient.ts'

const street: Address = {
  street: 'Furuveien 12',
  postalCode: '3210',
  city: 'Sandefjord',
  detail: '2. etasje',
}

/** A record whose address is protected, with a code. */
function aProtected(): RosterRecord {
  const record = aRecord({ addressProtection: 'confidential' })
  const { id: patientId } = record.patient
  const opens = { kind: 'other', label: null } as const
  return {
    ...record,
    protectedDetails: {
      patientId,
      address: street,
      phone: '900 00 512',
      codes: [{ code: '4711', opens }],
    },
  }
}

function numbered(value: string): RosterRecord {
  const record = aRecord()
  const personalNumber = { kind: 'fodselsnummer', value, valid: true } as const
  return { ...record, details: { ...record.details, personalNumber } }
}

const zoneName = (id: string) => (id === 'nord-2' ? 'Nord 2' : null)

test('every field of a patient can be told, and says nothing of what is not there', () => {
  const records = { before: aRecord(), after: aRecord() }

  const told = ChangedField.options.map((field) => {
    const { after } = fieldChangeTexts(describeChange(records, field, zoneName))
    return `${changedFieldText[field]}: ${after}`
  })

  expect(told.filter((text) => !text.endsWith(': –'))).toEqual([
    'Navn: Somby, Máret',
    'Fødselsdato: 14.03.1941',
    'EPJ-id: 100117',
    'Sone: Nord 2',
    'Adressesperre: Ingen',
  ])
})

test('of what is protected nothing leaves the server but that it is there', () => {
  const records = { before: aRecord({ address: street, phone: '900 00 511' }), after: aProtected() }

  const changes = (['address', 'phone', 'codes'] as const).map((field) =>
    describeChange(records, field, zoneName),
  )

  const hidden = { kind: 'hidden' }
  expect(changes).toEqual([
    {
      field: 'address',
      before: ['Furuveien 12', '2. etasje', '3210 Sandefjord'],
      after: hidden,
    },
    { field: 'phone', before: '900 00 511', after: hidden },
    { field: 'codes', before: null, after: hidden },
  ])
  expect(changes.map((change) => fieldChangeTexts(change))).toEqual([
    { before: 'Furuveien 12, 2. etasje, 3210 Sandefjord', after: 'Skjult' },
    { before: '900 00 511', after: 'Skjult' },
    { before: '–', after: 'Skjult' },
  ])
})

test('a personal number is never sent in full', () => {
  const records = { before: numbered('123456'), after: numbered('14034112345') }

  const change = describeChange(records, 'personalNumber', zoneName)

  expect(change).toEqual({ field: 'personalNumber', before: '***456', after: '140341 *****' })
})

test('of a device and a next of kin no more is sent than is looked over', () => {
  const before = aRecord()
  const berit = { name: 'Berit Lie', relation: 'Datter', phone: '900 00 102', canLookIn: true }
  const after = aRecord({ devices: [aDevice({ listedAs: 'Sug' })], nextOfKin: [berit] })

  const changes = (['devices', 'nextOfKin'] as const).map((field) =>
    describeChange({ before, after }, field, zoneName),
  )

  expect(changes).toEqual([
    { field: 'devices', before: [], after: [{ listedAs: 'Sug', batteryMinutes: 60 }] },
    { field: 'nextOfKin', before: [], after: [{ name: 'Berit Lie', phone: '900 00 102' }] },
  ])
  expect(changes.map((change) => fieldChangeTexts(change).after)).toEqual([
    'Sug (60 min)',
    'Berit Lie, 900 00 102',
  ])
})
