import { PatientId, ZoneId } from '#domain/base/ids.ts'
import { type Instant, LocalDate, localClock } from '#domain/time/instant.ts'
import { plusDays } from '#domain/time/local-day.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import { ServiceCode } from '#domain/patient/service.ts'
import { demoAccessFor } from './demo-home.ts'
import { demoPractitioners } from './demo-people.ts'
import { type DrawnPatient, drawnPatients } from './drawn-patients.ts'
import { syntheticNumber } from './synthetic-number.ts'

/** Makes the records of the drawn patients, as if they were imported at `asOf`. */
export function drawnRecords(asOf: Instant): RosterRecord[] {
  const today = localClock(asOf).on
  return drawnPatients(today).map((one, place) => recordOf(one, place + 1, asOf))
}

function recordOf(one: DrawnPatient, number: number, asOf: Instant): RosterRecord {
  const id = PatientId.parse(`d4a0d4a0-0000-4000-8000-${String(number).padStart(12, '0')}`)
  const bornOn = LocalDate.parse(one.bornOn)
  const codes = one.codes ?? []
  return {
    patient: {
      id,
      zone: ZoneId.parse('nord-2'),
      ehrId: String(100_900 + number),
      name: one.name,
      bornOn,
      addressProtection: 'none',
      address: {
        street: one.street,
        postalCode: '3160',
        city: 'Stokke',
        detail: one.detail ?? null,
      },
      phone: one.phone,
      livesAlone: false,
      services: one.services.map((code) => ServiceCode.parse(code)),
      devices: [...one.devices],
      doseTimes: [],
      supervisionTimes: [],
      nextOfKin: [],
      generalPractitioner: demoPractitioners[2] ?? null,
      critical: [],
      access: demoAccessFor(
        [
          {
            id: 'self',
            kind: 'opensDoor',
            description: 'Åpner selv',
            worksOffline: true,
            hasCode: false,
          },
        ],
        { mobility: one.fields?.mobility ?? null, key: 12 },
      ),
      mobility: 'Går med rullator',
      communication: null,
      remarks: [],
      priority: one.priority,
      asOf,
      ...one.fields,
    },
    details: {
      patientId: id,
      personalNumber: {
        kind: 'synthetic',
        value: syntheticNumber(bornOn, one.gender === 'male' ? 101 : 100),
        valid: true,
      },
      gender: one.gender,
      diagnoses: [...(one.diagnoses ?? [])],
      resuscitation: null,
      nutrition: null,
      pharmacy: 'Stokke apotek',
      medications: [...(one.medications ?? [])],
      medicationsReviewedOn: plusDays(localClock(asOf).on, -40),
      asOf,
    },
    protectedDetails:
      codes.length === 0 ? null : { patientId: id, address: null, phone: null, codes: [...codes] },
  }
}
