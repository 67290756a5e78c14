import type { ZoneId } from '#domain/base/ids.ts'
import type { ZonePlan } from '#domain/contacts/zone-plan.ts'
import { useOpened } from '../services/use-opened.ts'

/** What these zones have agreed on in advance, as far as this phone has it. */
export function usePlansOf(zones: readonly ZoneId[]): readonly ZonePlan[] {
  const reading = useOpened((core) => core.reader.listZonePlans())
  return reading?.kind === 'open' ? reading.value.filter(({ zone }) => zones.includes(zone)) : []
}
