import type { BinderContent, BinderCopy } from '#domain/binder/binder.ts'
import { LocalDate } from '#domain/time/instant.ts'
import { ZoneId } from '#domain/base/ids.ts'
import type { Medication } from '#domain/patient/medication.ts'
import type { PatientDetails } from '#domain/patient/patient-details.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { ServiceCode, type ServiceDefinition } from '#domain/patient/service.ts'
import type { WorkList } from '#domain/lists/work-list.ts'
import { aDevice, aPatient, aPatientId, at, codes, noon } from './a-patient.ts'

export function aMedication(fields: Partial<Medication> = {}): Medication {
  return {
    name: 'Furix',
    activeIngredient: 'Furosemid',
    form: 'tablett',
    strength: '40 mg',
    doses: [{ at: at('08:00'), amount: '1 tablett' }],
    dosageText: null,
    route: 'oral',
    indication: 'Hjertesvikt',
    kind: 'regular',
    startedOn: LocalDate.parse('2025-02-01'),
    stoppedOn: null,
    timeCritical: false,
    multidose: true,
    remark: null,
    ...fields,
  }
}

export function someDetails(fields: Partial<PatientDetails> = {}): PatientDetails {
  return {
    patientId: aPatientId(1),
    personalNumber: null,
    gender: null,
    diagnoses: ['KOLS', 'Hjertesvikt'],
    resuscitation: null,
    nutrition: null,
    pharmacy: 'Torget apotek',
    medications: [aMedication()],
    medicationsReviewedOn: LocalDate.parse('2026-10-02'),
    asOf: noon,
    ...fields,
  }
}

export function aWorkList(fields: Partial<WorkList> = {}): WorkList {
  return {
    id: 'nord-2-monday-day',
    zone: ZoneId.parse('nord-2'),
    weekday: 'monday',
    part: 'day',
    visits: [
      {
        id: 'visit-1',
        startsAt: at('08:15'),
        minutes: 30,
        patientId: aPatientId(1),
        tasks: ['Morgenstell', 'Medisin'],
        medicationAt: at('08:30'),
        staff: 1,
        postponableUntil: null,
        route: '3',
        remark: null,
      },
    ],
    asOf: noon,
    ...fields,
  }
}

export const someServices: ServiceDefinition[] = [
  ['BST', 'lifeEssentialPower'] as const,
  ['TRY', 'safetyAlarm'] as const,
  ['HST', 'safetyAlarm'] as const,
  ['VEM', 'medicineDispenser'] as const,
  ['VDT', 'digitalSupervision'] as const,
  ['VLT', 'localisation'] as const,
].map(([code, meaning]) => ({ code: ServiceCode.parse(code), meaning, title: code }))

const families = [
  'Solbakken',
  'Lie',
  'Somby',
  'Nilsen',
  'Vestre',
  'Haugen',
  'Čálliid',
  'Đorđe',
  'Ŋavdni',
]
const givens = [
  'Aud',
  'Torbjørn',
  'Máret',
  'Odd',
  'Ingrid',
  'Per Arne',
  'Áilu',
  'Šure',
  'Žanna',
  'Ŧeavli',
]

/** The n-th of as many different patients as are wanted; every tenth has a protected address. */
export function aNumberedPatient(n: number): Patient {
  const isProtected = n % 10 === 9
  const mixed = [codes('BST', 'TRY'), codes('TRY'), codes('HST', 'VEM'), codes('VDT'), codes('VLT')]
  return aPatient({
    id: aPatientId(n),
    ehrId: String(100_000 + n),
    name: {
      family: families[n % families.length] ?? '',
      given: `${givens[n % givens.length] ?? ''} ${n}`,
    },
    addressProtection: isProtected ? 'confidential' : 'none',
    address: {
      street: isProtected ? `Hemmeligveien ${n}` : `Åsveien ${n} B`,
      postalCode: '3210',
      city: 'Sandefjord',
      detail: n % 3 === 0 ? '2. et.' : null,
    },
    phone: isProtected ? '98765432' : `900${String(n).padStart(5, '0')}`,
    livesAlone: n % 2 === 0,
    services: mixed[n % mixed.length] ?? [],
    devices:
      n % 5 === 0
        ? [
            aDevice({
              kind: 'oxygen-concentrator',
              description: '3 l/min hele døgnet',
              batteryMinutes: n % 2 === 0 ? 240 : null,
              reserve: 'Flaske i gangen, 4 t',
              reserveMinutes: 240,
            }),
          ]
        : [],
    doseTimes: n % 5 === 2 ? [at('08:00'), at('20:00')] : [],
    supervisionTimes: n % 5 === 3 ? [at('23:00'), at('03:00')] : [],
    nextOfKin: [
      { name: 'Elin Moe', relation: 'Nabo', phone: '90000213', canLookIn: true },
      { name: 'Jon Lie', relation: 'Sønn', phone: '+47 90 00 01 32', canLookIn: false },
    ],
    generalPractitioner: { name: 'Kari Lege', office: 'Torget legesenter', phone: '33445566' },
    critical: n % 4 === 0 ? [{ kind: 'cave', text: 'Penicillin: anafylaksi 2019' }] : [],
    access: [
      {
        id: 'box',
        kind: 'keyBox',
        description: 'Nøkkelboks ved kjellerdør',
        worksOffline: true,
        hasCode: true,
      },
    ],
    mobility: 'Rullestol, 2 personer ved forflytning',
    communication: 'Hører dårlig, ring lenge',
    remarks: n % 7 === 0 ? ['Hund i gangen'] : [],
    priority: {
      level: (['P1', 'P2', 'P3', 'P4'] as const)[n % 4] ?? 'P4',
      reasons: [{ kind: 'alarmAlone', level: 'P3' }],
      confirmed: null,
    },
  })
}

export function numberedDetails(n: number): PatientDetails {
  const medicines = ['Furix', 'Metoprolol', 'Marevan', 'Paracet', 'Insulin', 'Sinemet', 'Laktulose']
  return someDetails({
    patientId: aPatientId(n),
    medications: medicines.slice(0, 3 + (n % 5)).map((name, i) =>
      aMedication({
        name,
        activeIngredient: null,
        timeCritical: i === 5,
        kind: i === 3 ? 'asNeeded' : 'regular',
        doses:
          i === 3
            ? []
            : [
                { at: at('08:00'), amount: '1' },
                { at: at('20:00'), amount: '1' },
              ],
        dosageText: i === 3 ? '1 tablett ved smerter, maks 4 i døgnet' : null,
      }),
    ),
  })
}

export function aBinderContent(fields: Partial<BinderContent> = {}): BinderContent {
  return {
    world: 'real',
    municipality: 'Eksempel kommune',
    zone: { id: ZoneId.parse('nord-2'), title: 'Nord 2' },
    patients: [aPatient()],
    formerPatients: [],
    details: [someDetails()],
    amendments: [],
    workLists: [aWorkList()],
    services: someServices,
    deviceKinds: [],
    cards: [],
    contacts: [],
    zonePlan: null,
    forms: [],
    newer: 0,
    ...fields,
  }
}

/** So many different patients with details, for counts of pages and for speed. */
export function aLargeBinderContent(people: number): BinderContent {
  const numbers = Array.from({ length: people }, (_, i) => i + 1)
  return aBinderContent({
    patients: numbers.map(aNumberedPatient),
    details: numbers.map(numberedDetails),
  })
}

export function aBinderCopy(fields: Partial<BinderCopy> = {}): BinderCopy {
  return {
    copy: 14,
    printedBy: 'Anne Dahl',
    printedAt: noon,
    hash: '7f3a92c1'.repeat(8),
    replaces: null,
    ...fields,
  }
}
