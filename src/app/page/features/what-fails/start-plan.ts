import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { Symptom, SymptomAnswers } from '#domain/cards/symptom.ts'
import type { IncidentArea, IncidentLevel } from '#domain/incidents/coordination-fact.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import { parseWrittenMoment } from '#domain/time/written-moment.ts'

/** When it begins: so many minutes ago by one press, or as it is typed. */
export type PlannedStart =
  | { kind: 'ago'; minutes: number }
  | { kind: 'typed'; start: string; end: string }

/** The fields in which times are typed, as they are kept over a lock. */
export const startPlaces = { start: 'new incident start', end: 'new incident end' } as const

export type StartPlan = {
  symptoms: readonly Symptom[]
  answers: SymptomAnswers
  begins: PlannedStart
  area: IncidentArea
  level: IncidentLevel
}

export type PlannedTimes = { startsAt: Instant; announcedEnd: Instant | null }
export type TimeFault = { kind: 'unreadableStart' | 'unreadableEnd' | 'endsBeforeStart' }

export function plannedTimes(begins: PlannedStart, now: Instant): Result<PlannedTimes, TimeFault> {
  if (begins.kind === 'ago') {
    return accepted({ startsAt: plusMinutes(now, -begins.minutes), announcedEnd: null })
  }
  const startsAt = parseWrittenMoment(begins.start, now)
  if (startsAt === null) return refused({ kind: 'unreadableStart' })
  if (begins.end.trim() === '') return accepted({ startsAt, announcedEnd: null })
  const announcedEnd = parseWrittenMoment(begins.end, now)
  if (announcedEnd === null) return refused({ kind: 'unreadableEnd' })
  return announcedEnd > startsAt
    ? accepted({ startsAt, announcedEnd })
    : refused({ kind: 'endsBeforeStart' })
}
