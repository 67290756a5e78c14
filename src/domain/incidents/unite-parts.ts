import type { Symptom } from '../cards/symptom.ts'
import type { Instant } from '../time/instant.ts'
import type { IncidentArea } from './coordination-fact.ts'
import type { Incident } from './incident.ts'

export function uniteSymptoms(all: readonly (readonly Symptom[])[]): Symptom[] {
  return [...new Set(all.flat())]
}

/** All zones of all. One that is not narrowed makes the whole so: too wide an area forgets nobody. */
export function uniteAreas(areas: readonly IncidentArea[]): IncidentArea {
  const isNarrowed = areas.every(({ streets }) => streets.length > 0)
  return {
    zones: [...new Set(areas.flatMap(({ zones }) => zones))],
    streets: isNarrowed ? [...new Set(areas.flatMap(({ streets }) => streets))] : [],
  }
}

/** The latest end that anybody has announced. */
export function uniteEnds(ends: readonly (Instant | null)[]): Instant | null {
  return ends.reduce(
    (latest, end) => (latest === null || (end !== null && end > latest) ? end : latest),
    null,
  )
}

/** Each card once, in its highest version. */
export function uniteCards(all: readonly Incident['cards'][]): Incident['cards'] {
  const versions = new Map<Incident['cards'][number]['code'], number>()
  for (const { code, version } of all.flat()) {
    versions.set(code, Math.max(version, versions.get(code) ?? version))
  }
  return [...versions].map(([code, version]) => ({ code, version }))
}
