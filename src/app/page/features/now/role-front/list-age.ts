import type { Instant } from '#domain/time/instant.ts'
import { freshness } from '#domain/time/shelf-life.ts'
import { now as words } from '#text/nb/screens/now.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'

/** How old a zone's list is; null for a zone of which this device has none. */
export function listAgeText(madeAt: Instant | null, now: Instant): string {
  return madeAt === null ? words.noListHere : words.listFrom(dayAndMomentWords(madeAt, now))
}

export function isListOld(madeAt: Instant | null, now: Instant): boolean {
  return madeAt === null || freshness('weeklyList', madeAt, now).state === 'stale'
}
