import type { Instant } from './instant.ts'

/** The device's own clock. It may be wrong, so nothing critical may depend on it. */
export type DeviceClock = {
  now(): Instant
  /** How far the device's local time is ahead of UTC, in minutes. */
  offsetMinutes(): number
}
