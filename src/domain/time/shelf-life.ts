import { type Instant, type LocalDate, localClock, minutesBetween } from './instant.ts'
import { dayNumber } from './local-day.ts'

/** Kinds of data by how long they can be trusted without being looked at again. */
export type DataKind = 'weeklyList' | 'workList' | 'medicationSheet' | 'device' | 'priority'

/** Lists and medicines are renewed weekly; devices and priorities are reviewed once a year. */
export const shelfLifeDays = {
  weeklyList: 7,
  workList: 7,
  medicationSheet: 7,
  device: 365,
  priority: 365,
} satisfies Record<DataKind, number>

export type Freshness = {
  state: 'fresh' | 'stale'
  /** Calendar days: what was made yesterday evening is one day old this morning. */
  days: number
}

/** How old something is, and whether the screen must say so. */
export function freshness(kind: DataKind, asOf: Instant | LocalDate, now: Instant): Freshness {
  const days = dayNumber(localClock(now).on) - dayNumber(dayOf(asOf))
  return { state: days > shelfLifeDays[kind] ? 'stale' : 'fresh', days: Math.max(0, days) }
}

function dayOf(asOf: Instant | LocalDate): LocalDate {
  return isInstant(asOf) ? localClock(asOf).on : asOf
}

function isInstant(asOf: Instant | LocalDate): asOf is Instant {
  return asOf.includes('T')
}

/** The oldest of the moments: a list is as old as its oldest row. */
export function oldest(moments: readonly Instant[]): Instant | null {
  return moments.toSorted((a, b) => minutesBetween(b, a)).at(0) ?? null
}
