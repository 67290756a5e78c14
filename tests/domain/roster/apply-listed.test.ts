import { describe, expect, test } from 'vitest'
import { deviceKinds } from '#content/device-kinds.ts'
import { deviceKindFinder } from '#domain/patient/device-kind.ts'
import { applyListed } from '#domain/roster/apply-listed.ts'
import { PatientId, ZoneId } from '#domain/base/ids.ts'
import { LocalDate, plusMinutes } from '#domain/time/instant.ts'
import type { ListedFacts, ListedPerson } from '#domain/roster/listed-person.ts'
import { changedFields } from '#domain/roster/roster-changes.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import { aDevice, noon } from '../../support/a-patient.ts'

const placing = {
  id: PatientId.parse('11111111-1111-4111-8111-111111111111'),
  zone: ZoneId.parse('nord-1'),
  asOf: noon,
  findDeviceKind: deviceKindFinder(deviceKinds),
}

function aListed(facts: Partial<ListedFacts> = {}): ListedPerson {
  return {
    line: 2,
    name: { family: 'Hansen', given: 'Kari' },
    bornOn: LocalDate.parse('1947-11-01'),
    personalNumber: null,
    ehrId: '4711',
    zoneName: 'Nord 1',
    facts,
  }
}

function aRecord(facts: Partial<ListedFacts> = {}): RosterRecord {
  return applyListed(null, aListed(facts), placing)
}

const street = { street: 'Furuveien 12', postalCode: '3210', city: 'Sandefjord', detail: null }
const cpap = {
  listedAs: 'CPAP',
  description: null,
  batteryMinutes: null,
  reserve: null,
  reserveMinutes: null,
  toleranceMinutes: null,
}

test('the same list once more changes no field', () => {
  const facts = { address: street, devices: [cpap, cpap], remarks: ['Hund'] }
  const before = aRecord(facts)

  expect(changedFields(before, applyListed(before, aListed(facts), placing))).toEqual([])
})

describe('what the list does not carry', () => {
  test('is kept', () => {
    const before = aRecord({ phone: '900 00 512', remarks: ['Hund'], diagnoses: ['KOLS'] })

    const after = applyListed(before, aListed({ address: street }), placing)

    expect(after.patient).toMatchObject({
      address: street,
      phone: '900 00 512',
      remarks: ['Hund'],
    })
    expect(after.details.diagnoses).toEqual(['KOLS'])
  })

  test('stands apart from what it carries empty', () => {
    const before = aRecord({ phone: '900 00 512' })

    expect(applyListed(before, aListed({ phone: null }), placing).patient.phone).toBeNull()
  })

  test('a confirmed priority stays', () => {
    const made = aRecord()
    const priority = {
      level: 'P1' as const,
      reasons: [],
      confirmed: { by: 'Anne Leder', on: LocalDate.parse('2026-11-01') },
    }
    const before = { ...made, patient: { ...made.patient, priority } }

    expect(applyListed(before, aListed(), placing).patient.priority).toEqual(priority)
  })

  test('what staff found out of a device stays, and so does a device that they mapped', () => {
    const made = aRecord({ devices: [cpap] })
    const devices = [
      aDevice({ id: 'list-cpap', kind: 'cpap', batteryMinutes: 120, reserve: 'I skapet' }),
      aDevice({ id: 'mapped-1', kind: 'suction' }),
    ]
    const before = { ...made, patient: { ...made.patient, devices } }

    const after = applyListed(before, aListed({ devices: [cpap] }), placing)

    expect(after.patient.devices).toMatchObject([
      { kind: 'cpap', batteryMinutes: 120, reserve: 'I skapet' },
      { kind: 'suction', id: 'mapped-1' },
    ])
    expect(applyListed(before, aListed({ devices: [] }), placing).patient.devices).toMatchObject([
      { kind: 'suction' },
    ])
  })

  test('who agreed to look in is still agreed with', () => {
    const liv = { name: 'Liv Haugen', relation: null, phone: '900 00 513', canLookIn: true }
    const before = aRecord({ nextOfKin: [liv] })
    const listed = { ...liv, phone: '900 00 613', canLookIn: false }

    const after = applyListed(before, aListed({ nextOfKin: [listed] }), placing)

    expect(after.patient.nextOfKin).toEqual([{ ...listed, canLookIn: true }])
  })
})

test('a second device of the same name has an id of its own, in the first list and in the next', () => {
  const before = aRecord({ devices: [cpap] })

  const after = applyListed(before, aListed({ devices: [cpap, cpap] }), placing)

  const [first, second] = after.patient.devices.map(({ id }) => id)
  expect(first).toBe(before.patient.devices[0]?.id)
  expect(second).not.toBe(first)
})

describe('a device is stored by the id of its kind', () => {
  const oxygen = { ...cpap, listedAs: 'O2-konsentrator 3 l/min' }

  test('with what the list calls it', () => {
    expect(aRecord({ devices: [oxygen] }).patient.devices).toMatchObject([
      { kind: 'oxygen-concentrator', listedAs: 'O2-konsentrator 3 l/min' },
    ])
  })

  test('and without one, never dropped, when the table has no word for it', () => {
    const unheard = { ...cpap, listedAs: 'Iskremmaskin' }

    expect(aRecord({ devices: [unheard] }).patient.devices).toMatchObject([
      { kind: null, listedAs: 'Iskremmaskin' },
    ])
  })
})

describe('address protection', () => {
  const hidden = aRecord({
    address: street,
    phone: '900 00 512',
    addressProtection: 'confidential',
  })

  test('moves address and phone to the protected class', () => {
    expect(hidden.patient).toMatchObject({ address: null, phone: null })
    expect(hidden.protectedDetails).toMatchObject({ address: street, phone: '900 00 512' })
  })

  test('is not lifted by a list that says nothing of it', () => {
    const moved = { ...street, street: 'Bakkegata 3' }

    const after = applyListed(hidden, aListed({ address: moved }), placing)

    expect(after.patient).toMatchObject({ addressProtection: 'confidential', address: null })
    expect(after.protectedDetails?.address).toEqual(moved)
  })

  test('is lifted by a list that says so', () => {
    const after = applyListed(hidden, aListed({ addressProtection: 'none' }), placing)

    expect(after.patient).toMatchObject({ address: street, phone: '900 00 512' })
    expect(after.protectedDetails).toBeNull()
  })

  test('codes are in the protected class, whoever she is, and stay there', () => {
    const before = aRecord({ codes: [{ label: 'Dørkode', code: '4711' }] })

    expect(applyListed(before, aListed(), placing).protectedDetails?.codes).toEqual([
      { opens: { kind: 'other', label: 'Dørkode' }, code: '4711' },
    ])
  })
})

test('a medication sheet is as old as the last list that had medicines, the patient as the last that had her', () => {
  const before = aRecord({ medications: [] })
  const later = { ...placing, asOf: plusMinutes(noon, 60) }

  const without = applyListed(before, aListed(), later)
  const withMedicines = applyListed(before, aListed({ medications: [] }), later)

  expect([without.patient.asOf, without.details.asOf]).toEqual([later.asOf, noon])
  expect(withMedicines.details.asOf).toBe(later.asOf)
})

describe('the line of the alarm', () => {
  const alarmLine = {
    line: { sims: 2 as const, operators: ['Telia'] },
    listedAs: 'Trygghetsalarm',
    description: 'Operatør: Telia, Antall SIM: 2',
  }

  test('is told of the alarm that a list names, and takes no device away', () => {
    const before = aRecord({ devices: [cpap, { ...cpap, listedAs: 'Trygghetsalarm' }] })

    const after = applyListed(before, aListed({ alarmLine }), placing)

    expect(after.patient.devices).toMatchObject([
      { listedAs: 'CPAP' },
      { listedAs: 'Trygghetsalarm', kind: 'safety-alarm', line: alarmLine.line },
    ])
    expect(after.patient.devices[0]).not.toHaveProperty('line')
  })

  test('makes an alarm where no list has named one, which stays when a list of other devices comes', () => {
    const first = applyListed(null, aListed({ alarmLine }), placing)

    const later = applyListed(first, aListed({ devices: [cpap] }), placing)

    expect(later.patient.devices).toMatchObject([
      { listedAs: 'CPAP' },
      { kind: 'safety-alarm', description: alarmLine.description, line: alarmLine.line },
    ])
    expect(changedFields(first, applyListed(first, aListed({ alarmLine }), placing))).toEqual([])
  })

  test('stays with an alarm that the next list names without it', () => {
    const alarm = { ...cpap, listedAs: 'Trygghetsalarm' }
    const before = applyListed(null, aListed({ devices: [alarm], alarmLine }), placing)

    const after = applyListed(before, aListed({ devices: [alarm] }), placing)

    expect(after.patient.devices).toMatchObject([{ line: alarmLine.line }])
  })
})
