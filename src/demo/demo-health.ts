import type { Medication } from '#domain/patient/medication.ts'
import type { CriticalInformation } from '#domain/patient/patient.ts'
import { demoMedicine as medicine } from './demo-medicine.ts'

/** An illness of a made-up patient: what the patient card and the medication sheet say of it. */
export type DemoIllness = {
  diagnosis: string
  critical: CriticalInformation | null
  medications: readonly Medication[]
}

const condition = (text: string): CriticalInformation => ({ kind: 'condition', text })
const treatment = (text: string): CriticalInformation => ({ kind: 'treatment', text })

export const demoIllnesses: readonly DemoIllness[] = [
  {
    diagnosis: 'Hjertesvikt',
    critical: null,
    medications: [
      medicine('Furix', {
        activeIngredient: 'furosemid',
        strength: '40 mg',
        at: ['08:00'],
        indication: 'vanndrivende',
      }),
      medicine('Selo-Zok', {
        activeIngredient: 'metoprolol',
        form: 'depottablett',
        strength: '50 mg',
        at: ['08:00'],
        indication: 'hjerte',
        remark: 'Knuses ikke',
      }),
    ],
  },
  {
    diagnosis: 'Atrieflimmer',
    critical: treatment('blodfortynnende (Eliquis)'),
    medications: [
      medicine('Eliquis', {
        activeIngredient: 'apiksaban',
        strength: '5 mg',
        at: ['08:00', '20:00'],
        indication: 'blodfortynnende',
      }),
    ],
  },
  {
    diagnosis: 'Diabetes type 1',
    critical: condition('diabetes med insulin'),
    medications: [
      medicine('NovoRapid', {
        activeIngredient: 'insulin aspart',
        form: 'penn',
        strength: '100 E/ml',
        amount: '6 E',
        at: ['08:00', '12:00', '16:00'],
        route: 'under huden',
        indication: 'diabetes',
        timeCritical: true,
        multidose: false,
        remark: 'Mål blodsukker først',
      }),
      medicine('Lantus', {
        activeIngredient: 'insulin glargin',
        form: 'penn',
        strength: '100 E/ml',
        amount: '14 E',
        at: ['21:00'],
        route: 'under huden',
        indication: 'diabetes',
        timeCritical: true,
        multidose: false,
      }),
    ],
  },
  {
    diagnosis: 'Parkinsons sykdom',
    critical: condition('Parkinsons sykdom, medisin på klokkeslett'),
    medications: [
      medicine('Sinemet', {
        activeIngredient: 'levodopa og karbidopa',
        strength: '100 mg/25 mg',
        at: ['08:00', '12:00', '16:00', '20:00'],
        indication: 'Parkinsons sykdom',
        timeCritical: true,
      }),
    ],
  },
  {
    diagnosis: 'Epilepsi',
    critical: condition('epilepsi'),
    medications: [
      medicine('Keppra', {
        activeIngredient: 'levetiracetam',
        strength: '500 mg',
        at: ['08:00', '20:00'],
        indication: 'epilepsi',
        timeCritical: true,
      }),
    ],
  },
  {
    diagnosis: 'Kols',
    critical: condition('kols'),
    medications: [
      medicine('Spiriva', {
        activeIngredient: 'tiotropium',
        form: 'inhalasjon',
        strength: '18 µg',
        amount: '1 dose',
        at: ['08:00'],
        route: 'inhalasjon',
        indication: 'kols',
        multidose: false,
      }),
      medicine('Ventoline', {
        activeIngredient: 'salbutamol',
        form: 'inhalasjon',
        strength: '0,2 mg',
        route: 'inhalasjon',
        indication: 'tungpust',
        kind: 'asNeeded',
        dosageText: '1 dose ved behov, inntil 4 ganger i døgnet',
        multidose: false,
      }),
    ],
  },
  {
    diagnosis: 'Demens',
    critical: null,
    medications: [
      medicine('Aricept', {
        activeIngredient: 'donepezil',
        strength: '10 mg',
        at: ['20:00'],
        indication: 'demens',
      }),
    ],
  },
  {
    diagnosis: 'Diabetes type 2',
    critical: null,
    medications: [
      medicine('Metformin', {
        activeIngredient: 'metformin',
        strength: '500 mg',
        at: ['08:00', '20:00'],
        indication: 'diabetes',
        remark: 'Sammen med mat',
      }),
    ],
  },
  {
    diagnosis: 'Høyt blodtrykk',
    critical: null,
    medications: [
      medicine('Amlodipin', {
        activeIngredient: 'amlodipin',
        strength: '5 mg',
        at: ['08:00'],
        indication: 'blodtrykk',
      }),
    ],
  },
  {
    diagnosis: 'Lavt stoffskifte',
    critical: null,
    medications: [
      medicine('Levaxin', {
        activeIngredient: 'levotyroksin',
        strength: '75 µg',
        at: ['08:00'],
        indication: 'stoffskifte',
        remark: 'På tom mage',
      }),
    ],
  },
  {
    diagnosis: 'Gjennomgått hjerneslag',
    critical: null,
    medications: [
      medicine('Albyl-E', {
        activeIngredient: 'acetylsalisylsyre',
        form: 'enterotablett',
        strength: '75 mg',
        at: ['08:00'],
        indication: 'forebyggende',
        remark: 'Knuses ikke',
      }),
      medicine('Atorvastatin', {
        activeIngredient: 'atorvastatin',
        strength: '40 mg',
        at: ['20:00'],
        indication: 'kolesterol',
      }),
    ],
  },
  {
    diagnosis: 'Kroniske smerter',
    critical: null,
    medications: [
      medicine('Paracet', {
        activeIngredient: 'paracetamol',
        strength: '500 mg',
        amount: '2 tabletter',
        at: ['08:00', '14:00', '20:00'],
        indication: 'smerter',
      }),
      medicine('Norspan', {
        activeIngredient: 'buprenorfin',
        form: 'depotplaster',
        strength: '10 µg/time',
        route: 'på huden',
        indication: 'smerter',
        dosageText: '1 plaster hver 7. dag',
        multidose: false,
      }),
    ],
  },
  {
    diagnosis: 'Depresjon',
    critical: null,
    medications: [
      medicine('Cipralex', {
        activeIngredient: 'escitalopram',
        strength: '10 mg',
        at: ['08:00'],
        indication: 'depresjon',
      }),
    ],
  },
  {
    diagnosis: 'Beinskjørhet',
    critical: null,
    medications: [
      medicine('Calcigran Forte', {
        activeIngredient: 'kalsium og vitamin D',
        form: 'tyggetablett',
        strength: '500 mg/800 IE',
        at: ['20:00'],
        indication: 'beinskjørhet',
      }),
    ],
  },
  {
    diagnosis: 'Urinveisinfeksjon',
    critical: null,
    medications: [
      medicine('Selexid', {
        activeIngredient: 'pivmecillinam',
        strength: '200 mg',
        at: ['08:00', '14:00', '20:00'],
        indication: 'urinveisinfeksjon',
        kind: 'course',
        dosageText: '1 tablett 3 ganger i døgnet i 5 dager',
        multidose: false,
      }),
    ],
  },
  {
    diagnosis: 'Søvnvansker',
    critical: null,
    medications: [
      medicine('Imovane', {
        activeIngredient: 'zopiklon',
        strength: '5 mg',
        indication: 'søvn',
        kind: 'asNeeded',
        dosageText: '1 tablett ved behov om kvelden',
        multidose: false,
      }),
    ],
  },
]

/** These are rarer than the other diagnoses, because they make a patient urgent. */
export const urgentDiagnoses: readonly string[] = [
  'Diabetes type 1',
  'Parkinsons sykdom',
  'Epilepsi',
]

export const allergies: readonly string[] = [
  'penicillin',
  'sulfa',
  'acetylsalisylsyre',
  'morfin',
  'lateks',
  'jod',
  'NSAID',
  'bie- og vepsestikk',
]
