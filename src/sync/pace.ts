import { maxPageDocuments } from '#contract/pull-stream.ts'
import { maxPushedBytes } from '#contract/push-entries.ts'

/**
 * How much is requested or sent at once. It follows the measured speed of the line: less after a slow
 * answer, more after a quick one, and half after a failure of any kind.
 */
export type Pace = { pageDocuments: number; batchBytes: number }

/** Amounts that the slowest line that can carry a phone call transfers well within the time limit. */
const cautious = { pageDocuments: 25, batchBytes: 16 * 1024 }

/** The largest page after a failure. */
export const cautiousPageDocuments = cautious.pageDocuments

/** Batches begin small, because a batch that times out is sent again. A fast line loses a few round trips. */
export function startingPace(): Pace {
  return { pageDocuments: 200, batchBytes: cautious.batchBytes }
}

/** Half of a request's time limit, and long compared to the fixed cost of each message. */
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

/** Halves the amount, and lowers it to `limit` at once: after a failure, nothing else is known about the line. */
function lessThan(amount: number, limit: number): number {
  return Math.max(1, Math.min(limit, Math.floor(amount / 2)))
}

function fitting(pace: number, amount: number, milliseconds: number): number {
  const carried = (amount * idealMilliseconds) / Math.max(1, milliseconds)
  if (milliseconds > longMilliseconds) return Math.max(1, Math.floor(carried))
  // A small amount that was quick says nothing about a large one.
  const isConclusive = milliseconds < quickMilliseconds && 2 * amount > pace
  return isConclusive ? Math.max(pace, Math.floor(Math.min(2 * amount, carried))) : pace
}
