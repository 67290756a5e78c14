import * as z from 'zod/mini'
import type { LocalTime } from '../time/instant.ts'
import type { Patient } from '../patient/patient.ts'
import { minutesUntilTime, nextTimeOfDay } from '../time/next-time-of-day.ts'
import type { PriorityLevel } from '../patient/priority-level.ts'
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

export type PatientListRow = {
  patient: Patient
  /** The next dose or supervision, for the lists that are ordered by it; null when none is recorded. */
  nextAt: LocalTime | null
}

export type PatientListContext = {
  services: readonly ServiceDefinition[]
  /** The municipality's local time, from which the next dose or supervision counts. */
  from: LocalTime
  /** Norwegian name order; made once, because making one takes longer than sorting with it. */
  collator: Intl.Collator
}

/** Made once by whoever composes the app: aa sorts as å. */
export function norwegianCollator(): Intl.Collator {
  return new Intl.Collator('nb', { sensitivity: 'accent', numeric: true })
}

/**
 * Returns the patients of a list in its order.
 *
 * Patients whose address is protected are on every list that they belong to and in every count: a
 * hidden address must not mean a forgotten patient.
 */
export function patientList(
  kind: PatientListKind,
  patients: readonly Patient[],
  context: PatientListContext,
): PatientListRow[] {
  const member = membership(kind, context.services)
  const rows = patients
    .filter(member)
    .map((patient) => ({ patient, nextAt: nextAtOf(kind, patient, context.from) }))
  return inOrder(kind, rows, context)
}

/** The first time on one of the lists that are ordered by time; null when none is recorded. */
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

/** How many are on each list. */
export function patientCounts(
  patients: readonly Patient[],
  services: readonly ServiceDefinition[],
): Record<PatientListKind, number> {
  const count = (kind: PatientListKind) => patients.filter(membership(kind, services)).length
  return {
    all: count('all'),
    lifeEssentialPower: count('lifeEssentialPower'),
    safetyAlarm: count('safetyAlarm'),
    medicineDispenser: count('medicineDispenser'),
    digitalSupervision: count('digitalSupervision'),
    localisation: count('localisation'),
    access: count('access'),
    priority: count('priority'),
  }
}

/** Whether the patient has a service of that meaning, by the municipality's own table. */
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
      return needsWayIn
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

/** Nothing recorded belongs on the list too: that is what must be found out. */
function needsWayIn({ access }: Patient): boolean {
  return access.length === 0 || access.some(({ kind }) => kind !== 'opensDoor')
}

function nextAtOf(kind: PatientListKind, patient: Patient, from: LocalTime): LocalTime | null {
  return nextTimeOfDay(timesOf(kind, patient), from)
}

function timesOf(kind: PatientListKind, patient: Patient): readonly LocalTime[] {
  if (kind === 'medicineDispenser') return patient.doseTimes
  return kind === 'digitalSupervision' ? patient.supervisionTimes : []
}

function inOrder(
  kind: PatientListKind,
  rows: readonly PatientListRow[],
  { collator, from }: PatientListContext,
): PatientListRow[] {
  const byName = (a: PatientListRow, b: PatientListRow) =>
    compareNames(a.patient, b.patient, collator)
  const named = rows.toSorted(byName)
  switch (kind) {
    case 'medicineDispenser':
    case 'digitalSupervision':
      return named.toSorted((a, b) => waiting(a, from) - waiting(b, from))
    case 'lifeEssentialPower':
    case 'priority':
      return named.toSorted((a, b) => compareLevels(a.patient, b.patient))
    case 'all':
    case 'safetyAlarm':
    case 'localisation':
    case 'access':
      return named
  }
}

export function compareNames(a: Patient, b: Patient, collator: Intl.Collator): number {
  return (
    collator.compare(a.name.family, b.name.family) || collator.compare(a.name.given, b.name.given)
  )
}

/** P1 first. Nobody assessed counts as P1 until somebody has. */
function compareLevels(a: Patient, b: Patient): number {
  return levelOf(a) < levelOf(b) ? -1 : Number(levelOf(a) > levelOf(b))
}

function levelOf({ priority }: Patient): PriorityLevel {
  return priority?.level ?? 'P1'
}

/** Minutes until the row's time. A time nobody has recorded stands last, after the last of the day. */
function waiting({ nextAt }: PatientListRow, from: LocalTime): number {
  return nextAt === null ? Number.MAX_SAFE_INTEGER : minutesUntilTime(nextAt, from)
}
