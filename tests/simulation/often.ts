import { startMilliseconds } from './create-context.ts'
import type { RunContext } from './run-context.ts'

/** Does `work` again and again, at random times with the given mean, until all is healed. */
export function often(context: RunContext, meanMilliseconds: number, work: () => void): void {
  const { random, scheduler, pace } = context
  const plan = (from: number): void => {
    scheduler.after(from + random.between(0.2, 1.8) * meanMilliseconds, null, () => {
      if (context.healed) return
      work()
      plan(0)
    })
  }
  plan(Math.max(0, startMilliseconds + pace.aloneMilliseconds - scheduler.now()))
}
