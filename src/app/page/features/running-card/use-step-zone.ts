import type { ZoneId } from '#domain/base/ids.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'
import { useUnlocked } from '../../services/unlocked.ts'

/** HDU guides all zones: what it does on a card is the municipality's. */
const municipal = ['hdu', 'administrator']

export type StepZone = {
  /** Null for the municipality's own steps. */
  zone: ZoneId | null
  choices: readonly { id: ZoneId; name: ZoneName }[]
}

/** The zone whose steps an employee sees and marks: one of hers that the incident is in, as the address names it. */
export function useStepZone(incident: Incident, requested: ZoneId | undefined): StepZone {
  const { zones, role } = useUnlocked().profile
  const choices = zones.filter(({ id }) => incident.area.zones.includes(id))
  const chosen = choices.find(({ id }) => id === requested)
  const [first] = municipal.includes(role) ? [] : choices
  return { zone: (chosen ?? first)?.id ?? null, choices }
}
