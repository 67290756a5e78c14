import { type Instant, type LocalDate, minutesBetween, plusMinutes } from '../time/instant.ts'
import type { PoweredDevice } from '../patient/powered-device.ts'
import type { KnownPower } from './power-order.ts'

export type PowerDeadline = KnownPower & {
  /** When the battery is empty. */
  batteryEmptyAt: Instant
  /** When the recorded reserve is empty too; equal to `batteryEmptyAt` without a reserve. */
  emptyAt: Instant
  /** When somebody must have helped. */
  dueAt: Instant
  /** True when the battery was not tested within a year, so that it may last shorter. */
  mayBeShorter: boolean
}

/** Returns the moments of an outage that began at `lostAt`, in the order that `powerOrder` gave. */
export function powerDeadlines(
  known: readonly KnownPower[],
  { lostAt, today }: { lostAt: Instant; today: LocalDate },
): PowerDeadline[] {
  return known.map((power) => ({
    ...power,
    batteryEmptyAt: plusMinutes(lostAt, power.batteryMinutes),
    emptyAt: plusMinutes(lostAt, power.emptyMinutes),
    dueAt: plusMinutes(lostAt, power.dueMinutes),
    mayBeShorter: power.batteryMinutes > 0 && isUntested(power.device, today),
  }))
}

function isUntested({ batteryTestedOn }: PoweredDevice, today: LocalDate): boolean {
  if (batteryTestedOn === null) return true
  // The same month and day of last year, compared as text.
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  return batteryTestedOn < yearAgo
}

/** Returns the deadlines that are due within so many minutes. */
export function dueWithin(
  deadlines: readonly PowerDeadline[],
  now: Instant,
  minutes: number,
): PowerDeadline[] {
  return deadlines.filter(({ dueAt }) => minutesBetween(now, dueAt) <= minutes)
}
