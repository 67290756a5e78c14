const initialMilliseconds = 2_000
const maxMilliseconds = 300_000

/**
 * How long to wait after a number of failures in a row: a random time up to a limit that doubles from
 * 2 s to 5 min (full jitter), so that phones which lost the server together do not return together.
 */
export function backOffMilliseconds(failures: number, random: () => number): number {
  const limit = Math.min(maxMilliseconds, initialMilliseconds * 2 ** Math.max(0, failures - 1))
  return Math.round(random() * limit)
}
