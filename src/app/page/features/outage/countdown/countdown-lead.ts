import { type Instant, localClock, minutesBetween } from '#domain/time/instant.ts'
import { peopleInOutage as words } from '#text/nb/screens/people-in-outage.ts'
import { durationWords } from '#text/nb/words/time.ts'
import type { CountdownRow } from '#app/bridge/incident-queries.ts'

/** Within these hours it takes the colour of a deadline. */
const nearMinutes = 4 * 60

const noClock = '–'

/** The time column: when it is empty, and how far that is; the level where nobody knows. */
export function countdownLead({ emptyAt, level }: Pick<CountdownRow, 'emptyAt' | 'level'>, now: Instant) {
  if (emptyAt === null) return { clock: noClock, distance: level }
  return {
    clock: localClock(emptyAt).at,
    distance: distanceText(emptyAt, now),
    near: minutesBetween(now, emptyAt) <= nearMinutes,
  }
}

/** «om 59 min», «nå», «12 min siden»; for another day the day too. */
function distanceText(emptyAt: Instant, now: Instant): string {
  const minutes = Math.ceil(minutesBetween(now, emptyAt))
  if (minutes === 0) return words.now
  if (minutes < 0) return words.ago(durationWords(-minutes))
  return words.inDuration(durationWords(minutes))
}
