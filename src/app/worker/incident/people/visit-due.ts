import type { VisitRow } from '#app/bridge/incident-queries.ts'
import type { PatientId } from '#domain/base/ids.ts'
import type { Standing } from '#domain/facts/standing.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { FactOf } from '#domain/people/people.ts'
import type { VisitKey } from '#domain/people/person-fact.ts'
import type { PlannedVisit } from '#domain/people/visits/planned-visits.ts'
import { type Instant, localClock } from '#domain/time/instant.ts'
import { instantAt, plusDays } from '#domain/time/local-day.ts'
import { nextTimeOfDay } from '#domain/time/next-time-of-day.ts'
import { type Counted, dueAtOf } from './countdown-rows.ts'

/** What a visit's deadline is found in. */
export type DueSources = {
  powerDueAt: ReadonlyMap<PatientId, Instant>
  now: Instant
}

/** When somebody must have helped each patient who depends on power; nobody where power is not what has failed. */
export function powerDeadlinesOf(counted: Counted): ReadonlyMap<PatientId, Instant> {
  const deadlines = new Map<PatientId, Instant>()
  if (!counted.incident.symptoms.includes('power')) return deadlines
  const { known, unknown } = counted.countdown
  for (const row of [...known, ...unknown]) {
    const dueAt = dueAtOf(row, counted)
    const other = deadlines.get(row.patient.id)
    if (other === undefined || dueAt < other) deadlines.set(row.patient.id, dueAt)
  }
  return deadlines
}

type Visited = {
  key: VisitKey
  planned: PlannedVisit | null
  patient: Patient | null
  contact: Standing<FactOf<'contact'>> | null
}

/** The earliest deadline that is recorded for a visit, and why. A visit that somebody needs is due since she said so. */
export function visitDue(
  { key, planned, patient, contact }: Visited,
  { powerDueAt, now }: DueSources,
): VisitRow['due'] {
  const said = contact?.shown
  const needed = key.planned === null && said?.body.state === 'needsVisit' ? said.at : null
  const candidates = [
    { at: powerDueAt.get(key.patientId) ?? null, because: 'power' },
    { at: planned === null ? nextDoseAt(patient, now) : planned.doseAt, because: 'dose' },
    { at: needed, because: 'needsVisit' },
    { at: planned?.dueAt ?? null, because: 'planned' },
  ] as const
  let due: VisitRow['due'] = null
  for (const { at, because } of candidates) {
    if (at !== null && (due === null || at < due.at)) due = { at, because }
  }
  return due
}

/** The next dose of the patient's dispenser. */
function nextDoseAt(patient: Patient | null, now: Instant): Instant | null {
  const { on, at } = localClock(now)
  const next = nextTimeOfDay(patient?.doseTimes ?? [], at)
  return next === null ? null : instantAt(next < at ? plusDays(on, 1) : on, next)
}
