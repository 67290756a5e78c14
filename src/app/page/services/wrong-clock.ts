import { type Instant, minutesBetween } from '#domain/time/instant.ts'

/** An answer may take a while, and no clock is exact; beyond this the age of a list is told wrongly. */
const toleratedMinutes = 5

/**
 * Whether the device's clock is wrong: the server's says so, or, without network, it stands before a
 * moment when lists were fetched. Lists would seem fresh that are not.
 */
export function isClockWrong(
  now: Instant,
  known: { clockAheadMinutes: number | null; fetchedAt: readonly Instant[] },
): boolean {
  const isOff = Math.abs(known.clockAheadMinutes ?? 0) > toleratedMinutes
  return isOff || known.fetchedAt.some((at) => minutesBetween(now, at) > toleratedMinutes)
}
