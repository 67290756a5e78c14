import type { ZonePlan } from '#domain/contacts/zone-plan.ts'
import { type Instant, localClock, LocalTime, plusMinutes } from '#domain/time/instant.ts'
import { demoZonePlaces } from './demo-zones.ts'

const day = 24 * 60
/** One zone has agreed on nothing yet, so that the demo shows what that looks like. */
const notAgreed = 'sor-3'

/** What the demo's zones have agreed on for when nobody can be reached; all of it is invented. */
export function demoZonePlans(asOf: Instant): ZonePlan[] {
  return demoZonePlaces
    .filter(({ id }) => id !== notAgreed)
    .map(({ id, city }, place) => ({
      zone: id,
      meetingPlace: `basen i ${city}`,
      meetings: { at: LocalTime.parse('07:00'), everyMinutes: 120 },
      fetching: 'Ansvarsvakt henter lister og nøkler på basen',
      afterMinutes: 60,
      mobileMinutes: null,
      reinforced: null,
      lastCheckedOn: localClock(plusMinutes(asOf, -(place + 1) * 14 * day)).on,
    }))
}
