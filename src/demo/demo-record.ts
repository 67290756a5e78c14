import { PatientId } from '#domain/base/ids.ts'
import { type Instant, LocalDate, localClock, LocalTime } from '#domain/time/instant.ts'
import { plusDays } from '#domain/time/local-day.ts'
import type { Medication } from '#domain/patient/medication.ts'
import type { CriticalInformation, Patient } from '#domain/patient/patient.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import { ServiceCode } from '#domain/patient/service.ts'
import { demoDevices } from './demo-devices.ts'
import { allergies, demoIllnesses, urgentDiagnoses } from './demo-health.ts'
import {
  demoAccess,
  demoAccessFor,
  demoAddress,
  demoCommunication,
  demoProtection,
  demoRemarks,
} from './demo-home.ts'
import {
  demoContacts,
  type DemoGender,
  demoName,
  type DemoPhones,
  demoPractitioners,
} from './demo-people.ts'
import type { DemoZone } from './demo-zones.ts'
import { demoPriority } from './demo-priority.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'
import { syntheticNumber } from './synthetic-number.ts'

export type DemoContext = {
  seed: number
  /** When the lists were made in the made-up EHR. */
  asOf: Instant
  phones: DemoPhones
}

/** Makes patient number `number` of a zone, with everything that the server stores about a patient. */
export function demoRecord(zone: DemoZone, number: number, context: DemoContext): RosterRecord {
  const random = seededRandom(context.seed * 100_003 + number)
  const today = localClock(context.asOf).on
  const id = demoId(random, number)
  const gender = random.pick<DemoGender>(['woman', 'woman', 'man'])
  const { language, ...name } = demoName(random, gender)
  const bornOn = demoBirth(random, today)
  const isOld = bornOn < plusDays(today, -65 * 365)
  const livesAlone = random.chance(62)
  const services = demoServices(random, isOld)
  const has = (...codes: string[]) => services.some((code) => codes.includes(code))
  const illnesses = demoIllnessesOf(random, isOld)
  const medications = illnesses.flatMap((illness) =>
    illness.medications.map((medication) => dated(random, medication, today)),
  )
  const addressProtection = demoProtection(random)
  const address = demoAddress(random, zone)
  const phone = context.phones.forPatient()
  const isProtected = addressProtection !== 'none'
  const { access, codes } = demoAccess(random, has('ELA'))
  const isLying = isOld && random.chance(4)

  const unassessed: Patient = {
    id,
    zone: zone.id,
    ehrId: String(100_000 + number),
    name,
    bornOn,
    addressProtection,
    address: isProtected ? null : address,
    phone: isProtected ? null : phone,
    livesAlone,
    services: services.map((code) => ServiceCode.parse(code)),
    devices: demoDevices(
      random,
      {
        bst: has('BST'),
        alarm: has('TRY', 'HST'),
        dispenser: has('VEM'),
        supervision: has('VDT'),
        localisation: has('VLT'),
      },
      today,
    ),
    doseTimes: has('VEM') ? times(random.pick(doseTimes)) : [],
    supervisionTimes: has('VDT') ? times(random.pick(supervisionTimes)) : [],
    nextOfKin: demoContacts(random, context.phones, {
      family: name.family,
      gender,
      livesAlone,
      isOld,
    }),
    generalPractitioner: random.pick(demoPractitioners),
    critical: demoCritical(random, illnesses),
    access,
    mobility: isLying ? 'Liggende, 2 personer' : random.pick(mobilities),
    communication: communicationOf(random, language),
    remarks: random.chance(20) ? [random.pick(demoRemarks)] : [],
    priority: null,
    asOf: context.asOf,
  }
  return {
    patient: {
      ...unassessed,
      access: demoAccessFor(access, { mobility: unassessed.mobility, key: number % 240 }),
      priority: demoPriority(random, unassessed, medications, today),
    },
    details: {
      patientId: id,
      personalNumber: {
        kind: 'synthetic',
        value: syntheticNumber(bornOn, (number * 2 + (gender === 'man' ? 1 : 0)) % 500),
        valid: true,
      },
      gender: gender === 'woman' ? 'female' : 'male',
      diagnoses: illnesses.map(({ diagnosis }) => diagnosis),
      resuscitation: isOld && random.chance(8) ? 'HLR minus, avklart med lege' : null,
      nutrition: random.chance(12)
        ? random.pick(['Diabeteskost', 'Moset mat', 'Næringsdrikk'])
        : null,
      pharmacy: random.pick(['Torvet apotek', 'Stokke apotek', 'Andebu apotek']),
      medications,
      medicationsReviewedOn: random.chance(90) ? plusDays(today, -random.integer(5, 400)) : null,
      asOf: context.asOf,
    },
    protectedDetails:
      isProtected || codes.length > 0
        ? {
            patientId: id,
            address: isProtected ? address : null,
            phone: isProtected ? phone : null,
            codes,
          }
        : null,
  }
}

/** Makes a unique id: its first half is random, its last half is the number. */
function demoId(random: SeededRandom, number: number): PatientId {
  const hex = () => random.integer(0, 0xffff).toString(16).padStart(4, '0')
  return PatientId.parse(
    `${hex()}${hex()}-${hex()}-4${hex().slice(1)}-a${hex().slice(1)}-${number.toString(16).padStart(12, '0')}`,
  )
}

function demoBirth(random: SeededRandom, today: LocalDate): LocalDate {
  const age = random.chance(88)
    ? random.integer(68, 90) + random.integer(0, 8)
    : random.integer(22, 66)
  return plusDays(today, -age * 365 - random.integer(0, 364))
}

function demoServices(random: SeededRandom, isOld: boolean): string[] {
  const wanted: readonly (readonly [string, number])[] = [
    ['BST', 11],
    [random.chance(75) ? 'TRY' : 'HST', isOld ? 38 : 10],
    ['VEM', 9],
    ['VDT', isOld ? 6 : 1],
    ['VLT', isOld ? 4 : 1],
    ['HSP', 82],
    ['PRB', 45],
    ['MAT', isOld ? 22 : 4],
    ['DAG', isOld ? 8 : 3],
    ['BPA', isOld ? 0 : 12],
    ['PSY', isOld ? 2 : 30],
    ['HVR', 4],
    ['ELA', 14],
  ]
  const codes = wanted.filter(([, percent]) => random.chance(percent)).map(([code]) => code)
  return codes.length === 0 ? ['HSP'] : codes
}

function demoIllnessesOf(random: SeededRandom, isOld: boolean) {
  const ordinary = demoIllnesses.filter(({ diagnosis }) => !urgentDiagnoses.includes(diagnosis))
  const urgent = demoIllnesses.filter(({ diagnosis }) => urgentDiagnoses.includes(diagnosis))
  return [
    ...(random.chance(5) ? [random.pick(urgent)] : []),
    ...random.sample(ordinary, isOld ? random.integer(1, 4) : random.integer(0, 2)),
  ]
}

function demoCritical(
  random: SeededRandom,
  illnesses: readonly { critical: CriticalInformation | null }[],
): CriticalInformation[] {
  const caves = random.chance(16) ? random.sample(allergies, random.chance(15) ? 2 : 1) : []
  return [
    ...caves.map((text): CriticalInformation => ({ kind: 'cave', text })),
    ...illnesses.flatMap(({ critical }) => (critical === null ? [] : [critical])),
    ...(random.chance(2) ? [{ kind: 'infection', text: 'MRSA, bruk smittevern' } as const] : []),
  ]
}

function dated(random: SeededRandom, medication: Medication, today: LocalDate): Medication {
  const daysAgo = medication.kind === 'course' ? random.integer(0, 4) : random.integer(20, 1500)
  const startedOn = plusDays(today, -daysAgo)
  return {
    ...medication,
    startedOn,
    stoppedOn: medication.kind === 'course' ? plusDays(startedOn, 5) : null,
  }
}

function communicationOf(random: SeededRandom, language: 'norwegian' | 'sami'): string | null {
  if (language === 'sami' && random.chance(60)) return 'Nordsamisk, snakker også norsk'
  return random.chance(14) ? random.pick(demoCommunication) : null
}

function times(texts: readonly string[]): LocalTime[] {
  return texts.map((text) => LocalTime.parse(text))
}

const doseTimes = [
  ['08:00'],
  ['08:00', '20:00'],
  ['08:00', '17:00'],
  ['08:00', '14:00', '20:00'],
  ['07:30', '12:00', '17:00', '21:30'],
] as const

const supervisionTimes = [
  ['22:00', '01:00', '04:00'],
  ['23:30', '03:00', '06:00'],
  ['18:00', '23:00', '03:00'],
  ['00:00', '05:00'],
] as const

const mobilities = [
  'Går selv',
  'Går selv',
  'Går med stokk',
  'Går med rullator',
  'Går med rullator',
  'Går med støtte, 1 person',
  'Rullestol, 1 person',
  'Rullestol, 2 personer',
] as const
