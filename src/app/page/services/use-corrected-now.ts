import type { Instant } from '#domain/time/instant.ts'
import { useNow } from './use-now.ts'
import { useOpened } from './use-opened.ts'

/** The time to the minute, corrected by what the last contact showed of the phone's clock. */
export function useCorrectedNow(): Instant {
  const now = useNow()
  return useOpened((core) => core.incidents.now(), [now]) ?? now
}
