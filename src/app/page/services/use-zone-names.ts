import type { NamedZone } from '#text/nb/words/stream.ts'
import { useUnlocked } from './unlocked.ts'
import { useOpened } from './use-opened.ts'

/** What the municipality's zones are called; those of the employee while that is being read, and where the phone has no more. */
export function useZoneNames(): readonly NamedZone[] {
  const { zones } = useUnlocked().profile
  const reading = useOpened((core) => core.reader.listZoneNames())
  return reading?.kind === 'open' ? reading.value : zones
}
