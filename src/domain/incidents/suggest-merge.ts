import type { IncidentId } from '../base/ids.ts'
import { minutesBetween } from '../time/instant.ts'
import type { Incident } from './incident.ts'
import { areasOverlap } from './in-area.ts'

/** How far apart two starts may be to be offered as one. */
const mergeWithinMinutes = 60

/** Two incidents that may be one: a person decides. `one` is the smaller id. */
export type MergeCandidate = { one: IncidentId; other: IncidentId }

/** Offers open incidents that began within the hour of each other, in overlapping areas or without a symptom. */
export function mergeCandidates(incidents: readonly Incident[]): MergeCandidate[] {
  const open = incidents
    .filter(({ standing }) => standing !== 'closed')
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return open.flatMap((one, place) =>
    open
      .slice(place + 1)
      .flatMap((other) => (mayBeOne(one, other) ? [{ one: one.id, other: other.id }] : [])),
  )
}

function mayBeOne(a: Incident, b: Incident): boolean {
  if (Math.abs(minutesBetween(a.startsAt, b.startsAt)) > mergeWithinMinutes) return false
  return a.symptoms.length === 0 || b.symptoms.length === 0 || areasOverlap(a.area, b.area)
}
