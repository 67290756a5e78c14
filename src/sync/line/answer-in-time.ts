import type { Timers } from './timers.ts'

/**
 * Aborts a request that has no complete answer within the limit. Answers null then, and when the
 * request fails. On a line that went silent, a request without a limit would wait for ever.
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
    // Every error of fetch means that the line is down; no caller needs to know which one it was.
    ask(abort.signal)
      .then(resolve, () => resolve(null))
      .finally(cancel)
  })
}
