import { expect, test } from 'vitest'
import { currentDoses } from '#domain/people/doses/dose-slots.ts'
import { Instant, LocalTime } from '#domain/time/instant.ts'
import { aPatient } from '../../../support/a-patient.ts'

const patient = aPatient({ doseTimes: ['20:00', '08:00'].map((at) => LocalTime.parse(at)) })

/** In November, when Norway is an hour ahead of UTC. */
const dosesAt = (clock: string) =>
  currentDoses(patient, Instant.parse(`2026-11-23T${clock}:00.000Z`)).map(
    ({ on, slot }) => `${on} ${slot}`,
  )

test('the latest slot that has begun is the dose that may have been given', () => {
  expect(dosesAt('12:00')).toEqual(['2026-11-23 08:00'])
  expect(dosesAt('19:00')).toEqual(['2026-11-23 20:00'])
})

test('before the first slot of the day it is the last one of yesterday', () => {
  expect(dosesAt('02:12')).toEqual(['2026-11-22 20:00'])
})

test('the next one is there too when it is less than an hour away', () => {
  expect(dosesAt('06:01')).toEqual(['2026-11-22 20:00', '2026-11-23 08:00'])
  expect(dosesAt('06:00')).toEqual(['2026-11-22 20:00'])
})

test('a patient without a dispenser has no dose', () => {
  expect(currentDoses(aPatient(), Instant.parse('2026-11-23T12:00:00.000Z'))).toEqual([])
})
