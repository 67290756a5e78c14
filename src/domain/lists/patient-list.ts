import * as z from 'zod/mini'
import type { DeviceKind } from '../patient/device-kind.ts'
import type { LocalTime } from '../time/instant.ts'
import type { Patient } from '../patient/patient.ts'
import { minutesUntilTime, nextTimeOfDay } from '../time/next-time-of-day.ts'
import { PriorityLevel } from '../patient/priority-level.ts'
import { compareNamesAndIds } from './name-order.ts'
import { type PowerNeed, powerOrder } from './power-order.ts'
import type { ServiceDefinition, ServiceMeaning } from '../patient/service.ts'

/**
 * The lists of the weekly pack. Which service codes belong to which list is the municipality's own
 * table; no code is known here.
 */
export const PatientListKind = z.enum([
  'all',
  'lifeEssentialPower',
  'safetyAlarm',
  'medicineDispenser',
  'digitalSupervision',
  'localisation',
  'access',
  'priority',
])
export type PatientListKind = z.infer<typeof PatientListKind>

/** A row of a list: a patient, or on the list of power one of the devices that the patient depends on. */
export type PatientListRow = {
  patient: Patient
  /** The next dose or supervision, for the lists that are ordered by it; null when none is recorded. */
  nextAt: LocalTime | null
  /** The device of the row on the list of power; null on every other list. */
  power: PowerNeed | null
}

export type PatientListContext = {
  services: readonly ServiceDefinition[]
  kinds: readonly DeviceKind[]
  /** The local time that the next dose or supervision comes after. */
  from: LocalTime
  collator: Intl.Collator
}

/**
 * Returns the rows of a list in the order that screen and paper show them in.
 *
 * Patients whose address is protected are on every list that they belong to and in every count: a
 * hidden address must not mean a forgotten patient.
 */
export function patientList(
  kind: PatientListKind,
  patients: readonly Patient[],
  context: PatientListContext,
): PatientListRow[] {
  const members = patients.filter(membership(kind, context.services))
  if (kind === 'lifeEssentialPower') {
    const { known, unknown } = powerOrder(members, context)
    return [...known, ...unknown].map((power) => ({ patient: power.patient, nextAt: null, power }))
  }
  return members
    .map((patient) => sortable(kind, patient, context.from))
    .toSorted(
      (a, b) =>
        a.waiting - b.waiting ||
        a.level - b.level ||
        compareNamesAndIds(a.row.patient, b.row.patient, context.collator),
    )
    .map(({ row }) => row)
}

/** Makes a row with its sort keys, so that they are computed once and not in each comparison. */
function sortable(
  kind: Exclude<PatientListKind, 'lifeEssentialPower'>,
  patient: Patient,
  from: LocalTime,
) {
  const byName = { row: { patient, nextAt: null, power: null }, waiting: 0, level: 0 }
  switch (kind) {
    case 'medicineDispenser':
    case 'digitalSupervision': {
      const nextAt = nextTimeOfDay(timesOf(kind, patient), from)
      // A row without a recorded time is last, after all times of the day.
      const waiting = nextAt === null ? Number.MAX_SAFE_INTEGER : minutesUntilTime(nextAt, from)
      return { row: { patient, nextAt, power: null }, waiting, level: placeOfLevel(patient) }
    }
    case 'priority':
      return { ...byName, level: placeOfLevel(patient) }
    case 'all':
    case 'safetyAlarm':
    case 'localisation':
    case 'access':
      return byName
  }
}

/** Sorts P1 first. A patient who is not assessed counts as P1. */
function placeOfLevel({ priority }: Patient): number {
  return PriorityLevel.options.indexOf(priority?.level ?? 'P1')
}

/** Finds the first time, on a list that is ordered by time; null when none is recorded. */
export function firstTimeOn(
  kind: 'medicineDispenser' | 'digitalSupervision',
  patients: readonly Patient[],
  { services, from }: Pick<PatientListContext, 'services' | 'from'>,
): LocalTime | null {
  const times = patients
    .filter(membership(kind, services))
    .flatMap((patient) => timesOf(kind, patient))
  return nextTimeOfDay([...new Set(times)], from)
}

/** Counts the patients on each list. */
export function patientCounts(
  patients: readonly Patient[],
  services: readonly ServiceDefinition[],
): Record<PatientListKind, number> {
  const counts = {
    all: 0,
    lifeEssentialPower: 0,
    safetyAlarm: 0,
    medicineDispenser: 0,
    digitalSupervision: 0,
    localisation: 0,
    access: 0,
    priority: 0,
  }
  const lists = PatientListKind.options.map((kind) => ({ kind, has: membership(kind, services) }))
  for (const patient of patients) {
    for (const { kind, has } of lists) if (has(patient)) counts[kind]++
  }
  return counts
}

/** Answers whether the patient has a service of that meaning, in the municipality's own table. */
export function hasService(
  patient: Patient,
  meaning: ServiceMeaning,
  services: readonly ServiceDefinition[],
): boolean {
  return services.some(
    (service) => service.meaning === meaning && patient.services.includes(service.code),
  )
}

function membership(
  kind: PatientListKind,
  services: readonly ServiceDefinition[],
): (patient: Patient) => boolean {
  switch (kind) {
    case 'all':
    case 'priority':
      return () => true
    case 'access':
      return needsAccess
    case 'lifeEssentialPower':
    case 'safetyAlarm':
    case 'medicineDispenser':
    case 'digitalSupervision':
    case 'localisation': {
      const codes = new Set(
        services.filter(({ meaning }) => meaning === kind).map(({ code }) => code),
      )
      return (patient) => patient.services.some((code) => codes.has(code))
    }
  }
}

/** A patient without recorded access is on the list too, because somebody must find out. */
function needsAccess({ access }: Patient): boolean {
  return access.length === 0 || access.some(({ kind }) => kind !== 'opensDoor')
}

/** Returns a patient's times of the day, for a list that is ordered by them. */
export function timesOf(
  kind: 'medicineDispenser' | 'digitalSupervision',
  patient: Patient,
): readonly LocalTime[] {
  return kind === 'medicineDispenser' ? patient.doseTimes : patient.supervisionTimes
}
