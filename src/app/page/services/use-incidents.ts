import { incidentsFor } from '#domain/incidents/incidents-for.ts'
import { useUnlocked } from './unlocked.ts'
import { useCorrectedNow } from './use-corrected-now.ts'
import { useOpened } from './use-opened.ts'

/** What this phone knows of incidents, sorted for the employee. Nothing while it is being read. */
export function useIncidents() {
  const now = useCorrectedNow()
  const { profile } = useUnlocked()
  const reading = useOpened((core) => core.incidents.incidents())
  const known = reading?.kind === 'open' ? reading.value : null
  const all = known?.incidents ?? []
  return {
    reading,
    now,
    all,
    maybeOne: known?.maybeOne ?? [],
    lateNeeds: known?.lateNeeds ?? [],
    lastShared: known?.lastShared ?? null,
    ...incidentsFor(all, { zones: profile.zones.map(({ id }) => id), now }),
  }
}

export type KnownIncidents = ReturnType<typeof useIncidents>
