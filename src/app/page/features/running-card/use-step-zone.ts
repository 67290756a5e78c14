import type { ZoneId } from '#domain/base/ids.ts'
import { ownZoneOf } from '#domain/incidents/incidents-for.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import type { RunningStep } from '#app/bridge/incident-queries.ts'
import { useUnlocked } from '../../services/unlocked.ts'

export type StepZone = {
  /** Null for all of hers. */
  zone: ZoneId | null
  choices: readonly { id: ZoneId; name: ZoneName }[]
  /** A step of a zone that is not hers is somebody else's; one without a zone is the municipality's. */
  isHers: (step: RunningStep) => boolean
  /** Whose step it is, where those of several zones stand together. */
  nameOf: (step: RunningStep) => string | null
}

/** The zone whose steps an employee sees and marks, as the address names it. */
export function useStepZone(incident: Incident, requested: ZoneId | undefined): StepZone {
  const { zones } = useUnlocked().profile
  const choices = zones.filter(({ id }) => incident.area.zones.includes(id))
  const chosen = choices.find(({ id }) => id === requested)?.id
  const zone = chosen ?? ownZoneOf(incident, zones)
  return {
    zone,
    choices,
    isHers: (step) => step.zone === null || choices.some(({ id }) => id === step.zone),
    nameOf(step) {
      const of = zone === null ? choices.find(({ id }) => id === step.zone) : undefined
      return of === undefined ? null : zoneText(of.name)
    },
  }
}
