import { maxPageDocuments } from '#contract/pull-stream.ts'
import { maxPushedBytes } from '#contract/push-entries.ts'

/**
 * How much is asked for or sent at once. It follows what the line is seen to carry: an answer that
 * took long asks for less, a quick one for more, and no answer at all for half, however it failed.
 */
export type Pace = { pageDocuments: number; batchBytes: number }

/** As much as the slowest line that still carries speech brings in well under the time limit. */
const cautious = { pageDocuments: 25, batchBytes: 16 * 1024 }

/** Batches begin small: what is given up on its way is sent again, and a fast line loses a few round trips. */
export function startingPace(): Pace {
  return { pageDocuments: 200, batchBytes: cautious.batchBytes }
}

/** Half of the time limit of a request, and long enough for what each message costs beside its contents. */
const idealMilliseconds = 10_000
const longMilliseconds = 14_000
const quickMilliseconds = 9_000

export function slowPages(pace: Pace): void {
  pace.pageDocuments = lessThan(pace.pageDocuments, cautious.pageDocuments)
}

/** `sent` bytes of entries were too many, or got no answer. */
export function slowBatches(pace: Pace, sent: number): void {
  pace.batchBytes = lessThan(sent, cautious.batchBytes)
}

export function fitPages(pace: Pace, got: number, milliseconds: number): void {
  pace.pageDocuments = Math.min(maxPageDocuments, fitting(pace.pageDocuments, got, milliseconds))
}

export function fitBatches(pace: Pace, sent: number, milliseconds: number): void {
  pace.batchBytes = Math.min(maxPushedBytes, fitting(pace.batchBytes, sent, milliseconds))
}

/** After silence nothing is known of the line but that this was too much for it, so a guess far off ends at once. */
function lessThan(amount: number, limit: number): number {
  return Math.max(1, Math.min(limit, Math.floor(amount / 2)))
}

function fitting(pace: number, amount: number, milliseconds: number): number {
  const carried = (amount * idealMilliseconds) / Math.max(1, milliseconds)
  if (milliseconds > longMilliseconds) return Math.max(1, Math.floor(carried))
  // A few bytes that were quick say nothing about many.
  const isTelling = milliseconds < quickMilliseconds && 2 * amount > pace
  return isTelling ? Math.max(pace, Math.floor(Math.min(2 * amount, carried))) : pace
}
