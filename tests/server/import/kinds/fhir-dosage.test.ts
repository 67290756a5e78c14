import { describe, expect, test } from 'vitest'
import type { Medication } from '#domain/patient/medication.ts'
import { signingDay } from '#domain/medicines/signing-rows.ts'
import { LocalDate } from '#domain/time/instant.ts'
import { aFhirPatient, ofKari, readBundle } from '../../../support/a-bundle.ts'

const day = (text: string) => LocalDate.parse(text)

function sheetOf(...dosageInstruction: readonly object[]): Medication[] {
  const medicine = {
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    subject: ofKari,
    medicationCodeableConcept: { text: 'Prednisolon 5 mg' },
    dosageInstruction,
  }
  return [...(readBundle(aFhirPatient(), medicine).people[0]?.facts.medications ?? [])]
}

const morning = (value: number, days: object) => ({
  timing: { repeat: { timeOfDay: ['08:00:00'], ...days } },
  doseAndRate: [{ doseQuantity: { value, unit: 'tablett' } }],
})
const days = (start: string, end?: string) => ({
  boundsPeriod: end === undefined ? { start } : { start, end },
})

describe('a dose that is tapered', () => {
  const sheet = sheetOf(
    morning(2, days('2026-11-24', '2026-11-26')),
    morning(4, days('2026-11-21', '2026-11-23')),
  )

  test('has each step on its own days, and never those of all days together', () => {
    expect(sheet).toMatchObject([
      {
        doses: [],
        steps: [
          {
            from: '2026-11-21',
            until: '2026-11-23',
            doses: [{ at: '08:00', amount: '4 tablett' }],
          },
          {
            from: '2026-11-24',
            until: '2026-11-26',
            doses: [{ at: '08:00', amount: '2 tablett' }],
          },
        ],
        startedOn: '2026-11-21',
        stoppedOn: '2026-11-27',
      },
    ])
  })

  test.each([
    ['2026-11-20', []],
    ['2026-11-23', ['4 tablett']],
    ['2026-11-24', ['2 tablett']],
    ['2026-11-26', ['2 tablett']],
    ['2026-11-27', []],
  ])('is signed for on %s as %j', (on, amounts) => {
    const { timed } = signingDay(sheet, day(on))

    expect(timed.map(({ amount }) => amount)).toEqual(amounts)
  })

  test('says its steps in words to an app that does not know them', () => {
    expect(sheet[0]?.dosageText?.replaceAll('\u00a0', ' ')).toBe(
      'fra 21.11. til og med 23.11.: kl. 08:00 – 4 tablett; fra 24.11. til og med 26.11.: kl. 08:00 – 2 tablett',
    )
  })
})

test('a plan without an end has no day on which it is stopped', () => {
  const [line] = sheetOf(
    morning(4, days('2026-11-21', '2026-11-23')),
    morning(2, days('2026-11-24')),
  )

  expect(line).toMatchObject({ stoppedOn: null, kind: 'regular' })
  expect(line?.steps).toHaveLength(2)
})

test('two times of one day are no plan, and both are given', () => {
  const [line] = sheetOf(morning(1, {}), {
    timing: { repeat: { timeOfDay: ['20:00:00'] } },
    doseAndRate: [{ doseQuantity: { value: 0.5, unit: 'tablett' } }],
  })

  expect(line?.steps).toBeUndefined()
  expect(line?.doses).toEqual([
    { at: '08:00', amount: '1 tablett' },
    { at: '20:00', amount: '0,5 tablett' },
  ])
})

test('a dose that is decided each time has its range', () => {
  const [line] = sheetOf({
    text: 'etter INR',
    timing: { repeat: { timeOfDay: ['20:00:00'] } },
    doseAndRate: [{ doseRange: { low: { value: 1 }, high: { value: 2.5, unit: 'tablett' } } }],
  })

  expect(line).toMatchObject({
    doses: [{ at: '20:00', amount: '1–2,5 tablett' }],
    dosageText: 'etter INR',
  })
})

test.each([
  [{ value: 1, unit: 'd' }, '6 tablett'],
  [{ value: 1, unit: 'døgn', code: 'd' }, '6 tablett'],
  [{ value: 24, unit: 'h' }, '6 tablett'],
  [{ value: 8, unit: 'h' }, undefined],
  [{ value: 1, unit: 'wk' }, undefined],
])(
  'the most of a dose that is given as needed is that of a day: of %j it is %s',
  (denominator, most) => {
    const [line] = sheetOf({
      asNeededBoolean: true,
      text: 'ved smerter',
      maxDosePerPeriod: { numerator: { value: 6, unit: 'tablett' }, denominator },
    })

    expect(line?.maxPerDay).toBe(most)
    expect(line?.kind).toBe('asNeeded')
  },
)

test('dosages of days that overlap, or that are in words, are never added up: each stands with its days', () => {
  const overlapping = sheetOf(
    morning(4, days('2026-11-21', '2026-11-25')),
    morning(2, days('2026-11-24', '2026-11-26')),
  )
  const inWords = sheetOf(
    { text: '20 mg om morgenen', timing: { repeat: days('2026-11-21', '2026-11-23') } },
    { text: '10 mg om morgenen', timing: { repeat: days('2026-11-24') } },
  )

  expect(overlapping).toMatchObject([
    {
      doses: [],
      stoppedOn: null,
      dosageText:
        'fra 21.11. til og med 25.11.: 08:00 4 tablett; fra 24.11. til og med 26.11.: 08:00 2 tablett',
    },
  ])
  expect(inWords).toMatchObject([
    {
      doses: [],
      dosageText: 'fra 21.11. til og med 23.11.: 20 mg om morgenen; fra 24.11.: 10 mg om morgenen',
    },
  ])
})
