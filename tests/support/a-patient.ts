import { deviceKinds } from '#content/device-kinds.ts'
import { PatientId, ZoneId } from '#domain/base/ids.ts'
import { Instant, LocalDate, LocalTime } from '#domain/time/instant.ts'
import { DeviceKindId } from '#domain/patient/device-kind.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { PoweredDevice } from '#domain/patient/powered-device.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import { ServiceCode } from '#domain/patient/service.ts'

export const noon = Instant.parse('2026-11-23T11:00:00.000Z')
export const today = LocalDate.parse('2026-11-23')

export function aPatientId(n: number): PatientId {
  return PatientId.parse(`0a000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
}

export const at = (text: string): LocalTime => LocalTime.parse(text)
export const codes = (...texts: string[]): ServiceCode[] =>
  texts.map((text) => ServiceCode.parse(text))

/** A device of a kind of the default table, by its id, called as the kind is; null for no known kind. */
export function aDevice({
  kind = 'suction',
  ...fields
}: Partial<Omit<PoweredDevice, 'kind'>> & { kind?: string | null } = {}): PoweredDevice {
  return {
    id: 'device-1',
    kind: kind === null ? null : DeviceKindId.parse(kind),
    listedAs: deviceKinds.find(({ id }) => id === kind)?.title ?? 'Aldri hørt om',
    description: null,
    batteryMinutes: 60,
    batteryTestedOn: LocalDate.parse('2026-10-12'),
    reserve: null,
    reserveMinutes: null,
    toleranceMinutes: 0,
    ...fields,
  }
}

/** A patient of whom only a name and a zone are known. */
export function aPatient(fields: Partial<Patient> = {}): Patient {
  return {
    id: aPatientId(1),
    zone: ZoneId.parse('nord-2'),
    ehrId: '100117',
    name: { family: 'Somby', given: 'Máret' },
    bornOn: LocalDate.parse('1941-03-14'),
    addressProtection: 'none',
    address: null,
    phone: null,
    livesAlone: null,
    services: [],
    devices: [],
    doseTimes: [],
    supervisionTimes: [],
    nextOfKin: [],
    generalPractitioner: null,
    critical: [],
    access: [],
    mobility: null,
    communication: null,
    remarks: [],
    priority: null,
    asOf: noon,
    ...fields,
  }
}

export function aRecord(fields: Partial<Patient> = {}): RosterRecord {
  const patient = aPatient(fields)
  return {
    patient,
    details: {
      patientId: patient.id,
      personalNumber: null,
      gender: null,
      diagnoses: [],
      resuscitation: null,
      nutrition: null,
      pharmacy: null,
      medications: [],
      medicationsReviewedOn: null,
      asOf: noon,
    },
    protectedDetails: null,
  }
}
