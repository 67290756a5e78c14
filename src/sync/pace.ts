import { largestPage } from '#contract/pull-stream.ts'
import { mostPushedEntries } from '#contract/push-entries.ts'

/** How much is asked for or sent at once. It shrinks by halves when a line or proxy refuses, and climbs again. */
export type Pace = { page: number; batch: number }

export function fullPace(): Pace {
  return { page: 200, batch: mostPushedEntries }
}

const smallestPage = 10

export function slowPages(pace: Pace): void {
  pace.page = Math.max(smallestPage, Math.floor(pace.page / 2))
}

export function quickenPages(pace: Pace): void {
  pace.page = Math.min(largestPage, pace.page * 2)
}

/** `refused` entries were too many. */
export function slowBatches(pace: Pace, refused: number): void {
  pace.batch = Math.max(1, Math.floor(refused / 2))
}

export function quickenBatches(pace: Pace): void {
  pace.batch = Math.min(mostPushedEntries, pace.batch * 2)
}
