import type { Timers } from './timers.ts'

/** How long nothing at all may be heard, in milliseconds: until an answer begins, and between its parts. */
export type Silence = { first: number; between: number }

/**
 * Aborts a request that has no complete answer within the limit, or that is silent for too long. Answers null then, and when
 * the request fails. On a line that went silent, a request without a limit would wait for ever.
 */
export function answerInTime<Answer>(
  timers: Timers,
  milliseconds: number,
  ask: (signal: AbortSignal, onHeard: () => void) => Promise<Answer>,
  silence: Silence | null = null,
): Promise<Answer | null> {
  const abort = new AbortController()
  return new Promise((resolve) => {
    let isOver = false
    const giveUp = (): void => {
      isOver = true
      abort.abort()
      resolve(null)
    }
    const cancel = timers.after(milliseconds, giveUp)
    let cancelSilence = silence === null ? nothing : timers.after(silence.first, giveUp)
    const onHeard = (): void => {
      if (silence === null || isOver) return
      cancelSilence()
      cancelSilence = timers.after(silence.between, giveUp)
    }
    // Every error of fetch means that the line is down; no caller needs to know which one it was.
    ask(abort.signal, onHeard)
      .then(resolve, () => resolve(null))
      .finally(() => {
        isOver = true
        cancel()
        cancelSilence()
      })
  })
}

function nothing(): void {}
