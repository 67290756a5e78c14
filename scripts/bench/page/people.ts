import { PatientId, ZoneId } from '#domain/base/ids.ts'
import { Instant, LocalDate, LocalTime } from '#domain/time/instant.ts'
import type { Medication } from '#domain/patient/medication.ts'
import { PatientDetails } from '#domain/patient/patient-details.ts'
import { Patient } from '#domain/patient/patient.ts'
import { ServiceCode } from '#domain/patient/service.ts'

const families = ['Solbakken', 'Somby', 'Haugen', 'Lie', 'Nilsen', 'Vestre', 'Åsen', 'Čálliid']
const givens = ['Aud', 'Máret', 'Per Arne', 'Torbjørn', 'Odd', 'Ingrid', 'Øystein', 'Sárá', 'Đorđe']
const streets = ['Furuveien', 'Åsgata', 'Kirkeveien', 'Nordre Strandvei', 'Bekkefaret']
const medicines = ['Furix', 'Metoprolol', 'Marevan', 'Paracet', 'Insulin', 'Sinemet', 'Laktulose']

/** What everyone on the power list has, as each row of it says. */
export const poweredDeviceName = 'Oksygenkonsentrator'

export const benchZone = ZoneId.parse('nord-1')
const asOf = Instant.parse('2026-11-23T05:12:00.000Z')
const at = (text: string) => LocalTime.parse(text)

/** So many people, the same every time, each with about as much on her as an import yields. */
export function manyPatients(count: number): Patient[] {
  return Array.from({ length: count }, (_, index) => patient(index))
}

export function manyDetails(count: number): PatientDetails[] {
  return Array.from({ length: count }, (_, index) => details(index))
}

function pick(from: readonly string[], index: number): string {
  return from[index % from.length] ?? ''
}

function idOf(index: number): PatientId {
  return PatientId.parse(`0a000000-0000-4000-8000-${String(index).padStart(12, '0')}`)
}

export const benchPatientId = idOf(1)

function patient(index: number): Patient {
  const family = pick(families, index)
  const number = String(index).padStart(5, '0')
  const isPowered = index % 5 === 0
  return Patient.parse({
    id: idOf(index),
    zone: benchZone,
    ehrId: String(100_000 + index),
    name: { family, given: `${pick(givens, Math.floor(index / families.length))} ${number}` },
    bornOn: `19${30 + (index % 30)}-0${1 + (index % 9)}-1${index % 10}`,
    addressProtection: 'none',
    address: {
      street: `${pick(streets, index)} ${1 + (index % 190)}`,
      postalCode: '3211',
      city: 'Sandefjord',
      detail: index % 3 === 0 ? '2. etasje' : null,
    },
    phone: `900${number}`,
    livesAlone: index % 2 === 0,
    services: isPowered ? ['BST', 'TRY'] : index % 5 === 2 ? ['HST', 'VEM'] : ['TRY'],
    devices: isPowered ? [oxygen(index)] : [],
    doseTimes: index % 5 === 2 ? ['08:00', '20:00'] : [],
    supervisionTimes: index % 5 === 3 ? ['23:00', '03:00'] : [],
    nextOfKin: [
      { name: `Sárá ${family}`, relation: 'Datter', phone: '90000342', canLookIn: false },
      { name: 'Elin Moe', relation: 'Nabo', phone: '90000213', canLookIn: true },
    ],
    generalPractitioner: { name: 'Kari Lege', office: 'Torget legesenter', phone: '33445566' },
    critical: index % 4 === 0 ? [{ kind: 'cave', text: 'Penicillin: anafylaksi 2019' }] : [],
    access: [
      {
        id: 'box',
        kind: 'keyBox',
        description: 'Nøkkelboks ved kjellerdør',
        worksOffline: true,
        hasCode: true,
      },
    ],
    mobility: 'Rullestol, to personer ved forflytning',
    communication: 'Hører dårlig, ring lenge',
    remarks: index % 7 === 0 ? ['Hund i gangen'] : [],
    priority: {
      level: pick(['P1', 'P2', 'P3', 'P4'], index),
      reasons: [{ kind: 'alarmAlone', level: 'P3' }],
      confirmed: null,
    },
    asOf,
  })
}

function oxygen(index: number) {
  return {
    id: 'd1',
    kind: 'oxygen-concentrator',
    listedAs: `${poweredDeviceName} stasjonær`,
    description: '3 l/min hele døgnet',
    batteryMinutes: index % 2 === 0 ? 240 : null,
    batteryTestedOn: '2026-10-12',
    reserve: 'Flaske i gangen',
    reserveMinutes: 240,
    toleranceMinutes: 120,
  }
}

function details(index: number): PatientDetails {
  return {
    patientId: idOf(index),
    personalNumber: null,
    gender: null,
    diagnoses: ['KOLS', 'Hjertesvikt'],
    resuscitation: null,
    nutrition: null,
    pharmacy: 'Torget apotek',
    medications: medicines.slice(0, 3 + (index % 5)).map(medication),
    medicationsReviewedOn: LocalDate.parse('2026-10-02'),
    asOf,
  }
}

function medication(name: string, place: number): Medication {
  const isAsNeeded = name === 'Paracet'
  return {
    name,
    activeIngredient: null,
    form: 'tablett',
    strength: `${40 + place} mg`,
    doses: isAsNeeded
      ? []
      : [
          { at: at('08:00'), amount: '1 tablett' },
          { at: at('20:00'), amount: '1 tablett' },
        ],
    dosageText: isAsNeeded ? '1 tablett ved smerter, høyst 4 i døgnet' : null,
    route: 'oral',
    indication: 'Hjertesvikt',
    kind: isAsNeeded ? 'asNeeded' : 'regular',
    startedOn: LocalDate.parse('2025-02-01'),
    stoppedOn: null,
    timeCritical: name === 'Sinemet',
    multidose: place % 2 === 0,
    remark: null,
  }
}

export const benchServices = [
  { code: ServiceCode.parse('BST'), meaning: 'lifeEssentialPower' as const, title: 'BST' },
  { code: ServiceCode.parse('TRY'), meaning: 'safetyAlarm' as const, title: 'TRY' },
  { code: ServiceCode.parse('HST'), meaning: 'safetyAlarm' as const, title: 'HST' },
  { code: ServiceCode.parse('VEM'), meaning: 'medicineDispenser' as const, title: 'VEM' },
]
