import { useNavigate } from 'react-router'
import type { IncidentId, ZoneId } from '#domain/base/ids.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { useIncidents } from '../../services/use-incidents.ts'
import { useZoneChoice } from '../../services/zone-choice.ts'

export type OutageAddress = { zone?: ZoneId | undefined; incident?: IncidentId | undefined }

/**
 * The incident that a list is about: the one in the address, else the one that matters most in her zones. `incident` is
 * null while it is being read, and when nothing is down.
 */
export function useOutage(
  { zone, incident }: OutageAddress,
  to: (chosen: OutageAddress) => string,
) {
  const navigate = useNavigate()
  const known = useIncidents()
  const open = [...known.running, ...known.planned]
  const chosen = findIncident(known.all, incident) ?? open[0] ?? null
  const zones = useZoneChoice(zone, (picked) => to({ zone: picked, incident }))
  return {
    ...known,
    incident: chosen,
    /** All that she can choose between. */
    open,
    zones,
    /** For links to other lists of the same incident and zone. */
    linked: { ...zones.linked, incident },
    choose(id: IncidentId): void {
      void navigate(to({ zone, incident: id }), { replace: true })
    },
  }
}

export type Outage = ReturnType<typeof useOutage>

/** An incident also answers to the ids of those that were merged into it. */
function findIncident(all: readonly Incident[], id: IncidentId | undefined): Incident | null {
  return all.find(({ members }) => members.some((member) => member === id)) ?? null
}
