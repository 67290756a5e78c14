import type { FactOf } from '#domain/people/people.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { PersonReading } from '#app/bridge/incident-queries.ts'

/**
 * What has been answered of the call; null while nobody has. Without a call from this screen nothing is asked. The press
 * was noted by the phone's clock, so a fact whose time was corrected is compared by that clock too.
 */
export function answerToCall(
  { contact }: Pick<PersonReading, 'contact'>,
  calledAt: Instant | undefined,
): FactOf<'contact'> | null {
  if (contact === null || calledAt === undefined) return null
  const { shown } = contact
  const byOwnClock = plusMinutes(shown.at, shown.clockAheadMinutes)
  return byOwnClock >= calledAt ? shown : null
}
