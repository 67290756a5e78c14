import type { Timers } from './timers.ts'

/**
 * Gives a request up when its answer has not come whole within the limit; null then, and when it
 * fails. A line that went silent says nothing, so a request without a limit would wait for ever.
 */
export function answerInTime<Answer>(
  timers: Timers,
  milliseconds: number,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer | null> {
  const abort = new AbortController()
  return new Promise((resolve) => {
    const cancel = timers.after(milliseconds, () => {
      abort.abort()
      resolve(null)
    })
    // Whatever fetch throws is a line that is down; the difference helps nobody here.
    ask(abort.signal)
      .then(resolve, () => resolve(null))
      .finally(cancel)
  })
}
