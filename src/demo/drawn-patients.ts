import { LocalDate } from '#domain/time/instant.ts'
import { plusDays } from '#domain/time/local-day.ts'
import type { Medication } from '#domain/patient/medication.ts'
import type { Access, Patient, PersonName } from '#domain/patient/patient.ts'
import type { AccessCode } from '#domain/patient/protected-details.ts'
import type { PoweredDevice } from '#domain/patient/powered-device.ts'
import { DeviceKindId } from '#domain/patient/device-kind.ts'
import type { PriorityLevel } from '#domain/patient/priority-level.ts'
import type { PriorityReason } from '#domain/patient/priority-reason.ts'
import { demoKind } from './demo-kind.ts'
import { demoMedicine } from './demo-medicine.ts'

/** A patient of the design drawings, written by hand, so that screens can be compared with the drawings. */
export type DrawnPatient = {
  name: PersonName
  bornOn: string
  gender: 'female' | 'male'
  street: string
  detail?: string
  phone: string
  services: readonly string[]
  devices: readonly PoweredDevice[]
  priority: Patient['priority']
  fields?: Partial<Patient>
  codes?: readonly AccessCode[]
  diagnoses?: readonly string[]
  medications?: readonly Medication[]
}

function reasonOf(
  kind: string,
  level: PriorityLevel,
  reserveMinutes: number | null = null,
): PriorityReason {
  return { kind: 'device', level, deviceKind: DeviceKindId.parse(kind), reserveMinutes }
}

/** One at the gate, one at the door: many lists call both the same. */
const keyBox = (id: string): Access => ({
  id,
  kind: 'keyBox',
  description: 'Nøkkelboks',
  worksOffline: true,
  hasCode: true,
})

/** Patients of the zone Nord 2 whose devices show every case of the power list, and one name. */
export function drawnPatients(today: LocalDate): DrawnPatient[] {
  const tested = plusDays(today, -42)
  const confirmed = { by: 'Anne Dahl', on: tested }
  const device = ({
    kind,
    ...fields
  }: { kind: string } & Partial<Omit<PoweredDevice, 'kind'>>): PoweredDevice => ({
    id: 'd1',
    description: null,
    batteryMinutes: null,
    batteryTestedOn: fields.batteryMinutes === undefined ? null : tested,
    reserve: null,
    reserveMinutes: null,
    toleranceMinutes: null,
    ...demoKind(kind),
    ...fields,
  })
  const alarm = device({
    id: 'd2',
    kind: 'safety-alarm',
    description: 'Røykvarsler koblet til',
    batteryMinutes: 24 * 60,
  })
  return [
    {
      name: { family: 'Solbakken', given: 'Aud' },
      bornOn: '1957-05-02',
      gender: 'female',
      street: 'Åsveien 4',
      phone: '900 00 101',
      services: ['BST', 'HSP', 'BPA'],
      devices: [
        device({
          kind: 'ventilator-invasive',
          description: 'Hele døgnet',
          batteryMinutes: 90,
          reserve: 'Ingen. Bag ved sengen.',
        }),
      ],
      priority: { level: 'P1', reasons: [reasonOf('ventilator-invasive', 'P1')], confirmed },
      fields: {
        critical: [
          { kind: 'condition', text: 'ALS, trakeostomi' },
          { kind: 'treatment', text: 'respirator hele døgnet' },
        ],
        nextOfKin: [
          { name: 'Assistent døgnet rundt', relation: 'BPA', phone: '900 00 102', canLookIn: true },
        ],
        mobility: 'Liggende, 2 personer, personløfter',
        communication: 'Øyestyring, bokstavtavle ved sengen',
      },
      diagnoses: ['ALS'],
    },
    {
      name: { family: 'Lie', given: 'Torbjørn' },
      bornOn: '1949-09-21',
      gender: 'male',
      street: 'Strandgata 22 B',
      phone: '900 00 103',
      services: ['BST', 'HSP'],
      devices: [
        device({
          kind: 'suction-tracheostomy',
          batteryMinutes: 180,
          reserve: 'Manuelt sug i skap',
        }),
      ],
      priority: { level: 'P1', reasons: [reasonOf('suction-tracheostomy', 'P1')], confirmed },
      fields: {
        critical: [{ kind: 'condition', text: 'trakeostomi' }],
        nextOfKin: [{ name: 'Berit Lie', relation: 'Kone', phone: '900 00 104', canLookIn: true }],
        access: [keyBox('box'), keyBox('box-2')],
      },
      codes: [
        { opens: { kind: 'access', accessId: 'box' }, code: '7391' },
        { opens: { kind: 'access', accessId: 'box-2' }, code: '8264' },
      ],
      diagnoses: ['Strupekreft, operert'],
    },
    {
      name: { family: 'Somby', given: 'Máret' },
      bornOn: '1941-03-14',
      gender: 'female',
      street: 'Furuveien 12',
      detail: '2. et.',
      phone: '900 00 117',
      services: ['BST', 'TRY', 'HSP', 'PRB'],
      devices: [
        device({
          kind: 'oxygen-concentrator',
          description: '3 l/min hele døgnet',
          batteryMinutes: 0,
          reserve: 'Flaske i gangen, varer 4 t',
          reserveMinutes: 240,
          toleranceMinutes: 0,
        }),
        alarm,
      ],
      priority: {
        level: 'P2',
        reasons: [
          reasonOf('oxygen-concentrator', 'P2', 240),
          { kind: 'alarmAloneWithCondition', level: 'P2' },
        ],
        confirmed,
      },
      fields: {
        livesAlone: true,
        critical: [
          { kind: 'cave', text: 'penicillin' },
          { kind: 'treatment', text: 'oksygen 3 l/min hele døgnet' },
          { kind: 'condition', text: 'kols' },
        ],
        nextOfKin: [
          { name: 'Sárá Somby', relation: 'Datter', phone: '900 00 142', canLookIn: false },
          { name: 'Elin Moe', relation: 'Nabo', phone: '900 00 143', canLookIn: true },
        ],
        access: [
          {
            id: 'box',
            kind: 'keyBox',
            description: 'Nøkkelboks ved kjellerdør',
            worksOffline: true,
            hasCode: true,
          },
        ],
        communication: 'Nordsamisk, snakker også norsk',
        remarks: ['Hund, rolig'],
      },
      codes: [{ opens: { kind: 'access', accessId: 'box' }, code: '4071' }],
      diagnoses: ['Kols', 'Hjertesvikt'],
      medications: [
        tablet('Furix', 'furosemid', '40 mg', 'vanndrivende'),
        tablet('Selo-Zok', 'metoprolol', '50 mg', 'hjerte'),
      ],
    },
    {
      name: { family: 'Haugen', given: 'Per Arne' },
      bornOn: '1938-11-30',
      gender: 'male',
      street: 'Granlia 1',
      phone: '900 00 140',
      services: ['BST', 'HSP'],
      devices: [
        device({
          kind: 'air-mattress',
          batteryMinutes: 360,
          reserve: 'Skum under',
          toleranceMinutes: 0,
        }),
      ],
      priority: { level: 'P3', reasons: [reasonOf('air-mattress', 'P3')], confirmed },
      fields: {
        nextOfKin: [{ name: 'Liv Haugen', relation: 'Kone', phone: '900 00 141', canLookIn: true }],
        mobility: 'Rullestol, 2 personer',
      },
    },
    {
      name: { family: 'Vestre', given: 'Ingrid' },
      bornOn: '1951-07-08',
      gender: 'female',
      street: 'Bakkegata 9',
      phone: '900 00 131',
      services: ['BST', 'TRY'],
      devices: [device({ kind: 'ventilator-noninvasive', description: 'Om natten' }), alarm],
      priority: {
        level: 'P1',
        reasons: [reasonOf('ventilator-noninvasive', 'P1'), { kind: 'alarmAlone', level: 'P3' }],
        confirmed: null,
      },
      fields: {
        livesAlone: true,
        nextOfKin: [{ name: 'Jon Vestre', relation: 'Sønn', phone: '900 00 132', canLookIn: true }],
      },
    },
    {
      name: { family: 'Nilsen', given: 'Odd' },
      bornOn: '1944-01-19',
      gender: 'male',
      street: 'Soletunet',
      detail: 'Rom 14',
      phone: '900 00 130',
      services: ['BST'],
      devices: [device({ kind: 'oxygen-concentrator' })],
      priority: { level: 'P1', reasons: [reasonOf('oxygen-concentrator', 'P1')], confirmed: null },
      fields: {
        nextOfKin: [
          { name: 'Personalet', relation: 'Soletunet', phone: '900 00 133', canLookIn: true },
        ],
      },
    },
    {
      // An impossible name with every Sami letter, so that a missing glyph is noticed at once.
      name: { family: 'Čuoŋka-Beaŧđa', given: 'Šáža' },
      bornOn: '1936-02-06',
      gender: 'female',
      street: 'Solveien 7',
      phone: '900 00 150',
      services: ['TRY', 'HSP'],
      devices: [alarm],
      priority: {
        level: 'P3',
        reasons: [{ kind: 'alarmAlone', level: 'P3' }],
        confirmed: null,
      },
      fields: {
        livesAlone: true,
        communication: 'Nordsamisk, snakker også norsk',
      },
    },
  ]
}

function tablet(
  name: string,
  activeIngredient: string,
  strength: string,
  indication: string,
): Medication {
  const startedOn = LocalDate.parse('2024-02-12')
  return demoMedicine(name, { activeIngredient, strength, indication, startedOn, at: ['08:00'] })
}
