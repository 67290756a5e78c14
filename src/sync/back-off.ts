const firstMilliseconds = 2_000
const longestMilliseconds = 300_000

/**
 * How long to wait after so many failures in a row: anything up to a limit that doubles from 2 s to
 * 5 min (full jitter), so that phones which lost the server together do not come back together.
 */
export function backOffMilliseconds(failures: number, random: () => number): number {
  const limit = Math.min(longestMilliseconds, firstMilliseconds * 2 ** Math.max(0, failures - 1))
  return Math.round(random() * limit)
}
