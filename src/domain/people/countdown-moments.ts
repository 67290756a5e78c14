import { type PowerDeadline, powerDeadlines } from '../lists/power-deadlines.ts'
import { type Instant, localClock } from '../time/instant.ts'
import type { CountdownRow } from './countdown.ts'

/** The moments of a row; a screen asks for the rows that it shows. A battery that was measured since lasts as measured. */
export function countdownMoments(
  { power, measuredAt }: CountdownRow,
  { lostAt, now }: { lostAt: Instant; now: Instant },
): Pick<PowerDeadline, 'batteryEmptyAt' | 'emptyAt' | 'dueAt' | 'mayBeShorter'> {
  const [deadline] = powerDeadlines([power], { lostAt, today: localClock(now).on })
  if (deadline === undefined) throw new Error('A row without a deadline')
  const { batteryEmptyAt, emptyAt, dueAt, mayBeShorter } = deadline
  return { batteryEmptyAt, emptyAt, dueAt, mayBeShorter: mayBeShorter && measuredAt === null }
}
