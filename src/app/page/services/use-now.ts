import { useSyncExternalStore } from 'react'
import { Instant } from '#domain/time/instant.ts'
import { useServices } from './services.ts'

/** The time to the minute, which updates while a screen is open. */
export function useNow(): Instant {
  const { clock } = useServices()
  return useSyncExternalStore(everyMinute, () => toTheMinute(clock.now()))
}

/** The time to the second, for the short waits after a wrong code. */
export function useNowToTheSecond(): Instant {
  const { clock } = useServices()
  return useSyncExternalStore(everySecond, () => Instant.parse(`${clock.now().slice(0, 19)}.000Z`))
}

function everySecond(tell: () => void): () => void {
  const timer = setInterval(tell, 1_000)
  return () => clearInterval(timer)
}

function everyMinute(tell: () => void): () => void {
  const timer = setInterval(tell, 10_000)
  return () => clearInterval(timer)
}

/** A store's snapshot must be stable until it changes: milliseconds would render the screen without end. */
function toTheMinute(now: Instant): Instant {
  return Instant.parse(`${now.slice(0, 16)}:00.000Z`)
}
