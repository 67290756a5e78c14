import { type DeviceKind, findLevelOfKind, toleranceOfLevel } from '../patient/device-kind.ts'
import { type Instant, type LocalDate, minutesBetween, plusMinutes } from '../time/instant.ts'
import type { Patient } from '../patient/patient.ts'
import type { PoweredDevice } from '../patient/powered-device.ts'
import type { PriorityLevel } from '../patient/priority-level.ts'

export type PowerDeadline = {
  patient: Patient
  device: PoweredDevice
  /** When the battery is empty. */
  batteryEmptyAt: Instant
  /** When the recorded reserve is used up too; the same moment where there is none. */
  emptyAt: Instant
  /** How long the patient tolerates to be without after that: recorded, else of its kind. */
  toleranceMinutes: number
  /** When somebody must have acted: what orders the list. */
  dueAt: Instant
  /** Nobody has tested the battery for a year, or ever: it may last shorter. */
  mayBeShorter: boolean
}

export type UnknownPower = {
  patient: Patient
  device: PoweredDevice
  /** Of its kind; P1 for a kind that nobody knows. */
  level: PriorityLevel
}

/**
 * Returns when each device but welfare technology must be seen to if mains power is lost at `lostAt`, soonest first.
 *
 * Devices of unknown battery time are a group of their own, most urgent kind first and those who
 * live alone before others. So a patient on a ventilator is never last because nobody had filled in
 * a number, and no unknown pushes a known deadline off the screen.
 */
export function powerDeadlines(
  patients: readonly Patient[],
  lostAt: Instant,
  { kinds, today }: { kinds: readonly DeviceKind[]; today: LocalDate },
): { known: PowerDeadline[]; unknown: UnknownPower[] } {
  const devices = patients.flatMap((patient) =>
    patient.devices.flatMap((device) => {
      const level = findLevelOfKind(device.kind, kinds)
      return level === null ? [] : [{ patient, device, level }]
    }),
  )
  const known = devices
    .flatMap((one) => deadlinesOf(one, lostAt, today))
    .toSorted((a, b) => compareText(a.dueAt, b.dueAt) || compareText(a.emptyAt, b.emptyAt))
  const unknown = devices
    .filter(({ device }) => device.batteryMinutes === null)
    .toSorted((a, b) => compareText(a.level, b.level) || company(a.patient) - company(b.patient))
  return { known, unknown }
}

/** None for a device of unknown battery time. */
function deadlinesOf(
  { patient, device, level }: UnknownPower,
  lostAt: Instant,
  today: LocalDate,
): PowerDeadline[] {
  if (device.batteryMinutes === null) return []
  const batteryEmptyAt = plusMinutes(lostAt, device.batteryMinutes)
  const emptyAt = plusMinutes(batteryEmptyAt, device.reserveMinutes ?? 0)
  const toleranceMinutes = device.toleranceMinutes ?? toleranceOfLevel[level]
  return [
    {
      patient,
      device,
      batteryEmptyAt,
      emptyAt,
      toleranceMinutes,
      dueAt: plusMinutes(emptyAt, toleranceMinutes),
      mayBeShorter: device.batteryMinutes > 0 && isUntested(device, today),
    },
  ]
}

function isUntested({ batteryTestedOn }: PoweredDevice, today: LocalDate): boolean {
  if (batteryTestedOn === null) return true
  // A day later each year compares as text: the same month and day of last year.
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  return batteryTestedOn < yearAgo
}

/** Whoever lives alone comes first; unknown counts as alone. */
function company({ livesAlone }: Patient): number {
  return livesAlone === false ? 1 : 0
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** The deadlines that are due within so many minutes: harm is near. */
export function dueWithin(
  deadlines: readonly PowerDeadline[],
  now: Instant,
  minutes: number,
): PowerDeadline[] {
  return deadlines.filter(({ dueAt }) => minutesBetween(now, dueAt) <= minutes)
}
