import { type Instant, minutesBetween } from './instant.ts'

/** A message may be so long on its way: a difference below this says nothing about the phone's clock. */
const onTheWayMinutes = 2
/** A century: what is further off is no clock. */
const maxMinutes = 100 * 366 * 24 * 60

/**
 * By how many minutes a phone's clock is ahead of the server's, negative for one that is behind, by when it says that it
 * sent a message. 0 for a clock that is right.
 */
export function clockAheadMinutes(sentAt: Instant, receivedAt: Instant): number {
  const ahead = minutesBetween(receivedAt, sentAt)
  if (Number.isNaN(ahead) || Math.abs(ahead) < onTheWayMinutes) return 0
  return Math.round(Math.max(-maxMinutes, Math.min(maxMinutes, ahead)))
}
