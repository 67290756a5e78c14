import { useNavigate } from 'react-router'
import type { ZoneId } from '#domain/base/ids.ts'
import { useUnlocked } from './unlocked.ts'

/** Which of the employee's zones a screen shows. It is in the URL, so that the back button restores it. */
export function useZoneChoice(
  requested: ZoneId | undefined,
  to: (zone: ZoneId | undefined) => string,
) {
  const { profile } = useUnlocked()
  const navigate = useNavigate()
  const chosen = profile.zones.find(({ id }) => id === requested) ?? null

  return {
    zones: profile.zones,
    zone: chosen?.id ?? null,
    name: chosen?.name ?? null,
    /** For links to screens that show the same zone. */
    linked: { zone: chosen?.id },
    choose(zone: ZoneId | null): void {
      void navigate(to(zone ?? undefined), { replace: true })
    },
  }
}

export type ZoneChoiceState = ReturnType<typeof useZoneChoice>
