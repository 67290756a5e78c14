import type { ZoneId } from '../base/ids.ts'
import type { CardCode } from '../cards/action-card.ts'
import { Symptom } from '../cards/symptom.ts'
import type { Instant } from '../time/instant.ts'
import type { Incident } from './incident.ts'

/** A municipality's incidents as an employee of some zones sees them. */
export type IncidentsFor = {
  /** Running in her zones, the one that matters most first. */
  running: readonly Incident[]
  /** Known beforehand: they begin later in her zones, the next one first. */
  planned: readonly Incident[]
  /** Open in other zones alone. */
  elsewhere: readonly Incident[]
  /** Closed, in her zones. */
  closed: readonly Incident[]
}

export function incidentsFor(
  incidents: readonly Incident[],
  { zones, now }: { zones: readonly ZoneId[]; now: Instant },
): IncidentsFor {
  const open = incidents.filter(({ standing }) => standing !== 'closed')
  const isHers = ({ area }: Incident) => area.zones.some((zone) => zones.includes(zone))
  const hers = open.filter(isHers)
  return {
    running: hers.filter(({ startsAt }) => startsAt <= now).toSorted(compareIncidents),
    planned: hers
      .filter(({ startsAt }) => startsAt > now)
      .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
    elsewhere: open.filter((incident) => !isHers(incident)),
    closed: incidents.filter((incident) => incident.standing === 'closed' && isHers(incident)),
  }
}

/** The higher level first, then power, which has deadlines of its own, then the newer, and else the smaller id. */
function compareIncidents(a: Incident, b: Incident): number {
  if (a.level !== b.level) return b.level - a.level
  const rank = rankOf(a) - rankOf(b)
  if (rank !== 0) return rank
  if (a.startsAt !== b.startsAt) return a.startsAt > b.startsAt ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** By the first symptom, in their order; what nobody has named yet is last. */
function rankOf({ symptoms }: Incident): number {
  const rank = Symptom.options.findIndex((symptom) => symptoms.includes(symptom))
  return rank === -1 ? Symptom.options.length : rank
}

/** Finds the first of them that uses a card. */
export function findUsing(incidents: readonly Incident[], code: CardCode): Incident | null {
  return incidents.find(({ cards }) => cards.some((card) => card.code === code)) ?? null
}

/** The one of her zones that an incident is in; null when it is in several of them, or in none. */
export function ownZoneOf({ area }: Incident, zones: readonly { id: ZoneId }[]): ZoneId | null {
  const [first, second] = zones.filter(({ id }) => area.zones.includes(id))
  return first === undefined || second !== undefined ? null : first.id
}
