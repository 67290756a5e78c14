import { useSearchParams } from 'react-router'
import type { ZoneId } from '#domain/base/ids.ts'
import { useUnlocked } from './unlocked.ts'

/** Which of the employee's zones a screen shows; it stands in the address, so that back goes back. */
export function useZoneChoice() {
  const { profile } = useUnlocked()
  const [query, setQuery] = useSearchParams()
  const chosen = profile.zones.find(({ id }) => id === query.get('sone')) ?? null

  return {
    zones: profile.zones,
    zone: chosen?.id ?? null,
    name: chosen?.name ?? null,
    /** For links to screens that show the same zone. */
    query: chosen === null ? '' : `?sone=${chosen.id}`,
    choose(zone: ZoneId | null): void {
      setQuery(zone === null ? {} : { sone: zone }, { replace: true })
    },
  }
}

export type ZoneChoiceState = ReturnType<typeof useZoneChoice>
