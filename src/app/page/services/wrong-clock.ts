import { type Instant, minutesBetween } from '#domain/time/instant.ts'

/** Answers take time and no clock is exact; with a larger difference, the shown age of a list is wrong. */
const toleratedMinutes = 5

/**
 * Whether the device's clock is wrong: it differs from the server's or, without network, it is before a
 * moment when lists were fetched. Old lists would then seem fresh.
 */
export function isClockWrong(
  now: Instant,
  known: { clockAheadMinutes: number | null; fetchedAt: readonly Instant[] },
): boolean {
  const isOff = Math.abs(known.clockAheadMinutes ?? 0) > toleratedMinutes
  return isOff || known.fetchedAt.some((at) => minutesBetween(now, at) > toleratedMinutes)
}
