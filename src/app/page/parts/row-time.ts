import { type Instant, localClock, minutesBetween } from '#domain/time/instant.ts'
import { outage as words } from '#text/nb/screens/outage.ts'
import { durationWords, momentWords } from '#text/nb/words/time.ts'

/** From here on a deadline is near. */
const nearMinutes = 120
/** Further away, the day says more than the hours. */
const farMinutes = 12 * 60

/** A moment as the time column of a row has it: the clock time, and the distance below. */
export function rowTime(moment: Instant, now: Instant) {
  const { at, on } = localClock(moment)
  const minutes = Math.round(minutesBetween(now, moment))
  const isToday = on === localClock(now).on
  return {
    clock: at,
    distance: isToday || minutes < farMinutes ? distanceOf(minutes) : dayOf(moment, now),
    near: minutes <= nearMinutes,
    past: minutes < 0,
  }
}

function distanceOf(minutes: number): string {
  if (minutes === 0) return words.rightNow
  return minutes < 0 ? words.ago(durationWords(-minutes)) : words.inDuration(durationWords(minutes))
}

/** «i morgen», «25.11.» */
function dayOf(moment: Instant, now: Instant): string {
  return momentWords(moment, now).replace(/ \d\d:\d\d$/, '')
}
