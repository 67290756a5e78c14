import type { Medication } from '#domain/patient/medication.ts'
import { LocalDate } from '#domain/time/instant.ts'
import { aMedication } from './a-binder.ts'
import { at } from './a-patient.ts'

const day = (text: string) => LocalDate.parse(text)

const plain = {
  activeIngredient: null,
  form: 'tablett',
  strength: null,
  doses: [],
  indication: null,
  route: null,
  startedOn: null,
  multidose: false,
} satisfies Partial<Medication>

/** One line of a sheet for each form of dose, and what screen and paper alike must say of it. */
export const formsOfDose: readonly {
  form: 'fixed' | 'titrated' | 'asNeeded' | 'tapering' | 'patch' | 'multidose'
  medication: Medication
  says: readonly string[]
}[] = [
  {
    form: 'fixed',
    medication: aMedication({
      ...plain,
      name: 'Furix',
      strength: '40 mg',
      doses: [
        { at: at('08:00'), amount: '1 tablett' },
        { at: at('14:00'), amount: '0,5 tablett' },
      ],
    }),
    says: ['Furix 40 mg', 'kl. 08:00 – 1 tablett', 'kl. 14:00 – 0,5 tablett'],
  },
  {
    form: 'titrated',
    medication: aMedication({
      ...plain,
      name: 'Marevan',
      strength: '2,5 mg',
      doses: [{ at: at('20:00'), amount: '1–2 tablett' }],
      dosageText: 'etter INR',
    }),
    says: ['Marevan 2,5 mg', 'kl. 20:00 – 1–2 tablett', 'etter INR'],
  },
  {
    form: 'asNeeded',
    medication: aMedication({
      ...plain,
      name: 'Paracet',
      strength: '500 mg',
      kind: 'asNeeded',
      dosageText: '1 tablett ved smerter',
      maxPerDay: '6 tablett',
    }),
    says: ['Paracet 500 mg', '1 tablett ved smerter', 'høyst 6 tablett i døgnet'],
  },
  {
    form: 'tapering',
    medication: aMedication({
      ...plain,
      name: 'Prednisolon',
      strength: '5 mg',
      kind: 'course',
      steps: [
        {
          from: day('2026-11-21'),
          until: day('2026-11-23'),
          doses: [{ at: at('08:00'), amount: '4 tablett' }],
        },
        {
          from: day('2026-11-24'),
          until: day('2026-11-26'),
          doses: [{ at: at('08:00'), amount: '2 tablett' }],
        },
      ],
      startedOn: day('2026-11-21'),
      stoppedOn: day('2026-11-27'),
    }),
    says: [
      'Prednisolon 5 mg',
      'fra 21.11. til og med 23.11.: kl. 08:00 – 4 tablett',
      'fra 24.11. til og med 26.11.: kl. 08:00 – 2 tablett',
      'skal seponeres 27.11.',
    ],
  },
  {
    form: 'patch',
    medication: aMedication({
      ...plain,
      name: 'Norspan',
      form: 'depotplaster',
      strength: '10 µg/time',
      route: 'på huden',
      dosageText: '1 plaster hver 7. dag',
    }),
    says: ['Norspan 10 µg/time', 'depotplaster', 'på huden', '1 plaster hver 7. dag'],
  },
  {
    form: 'multidose',
    medication: aMedication({
      ...plain,
      name: 'Metoprolol',
      strength: '50 mg',
      doses: [{ at: at('08:00'), amount: '1 tablett' }],
      multidose: true,
    }),
    says: ['Metoprolol 50 mg', 'kl. 08:00 – 1 tablett', 'i multidose'],
  },
]
