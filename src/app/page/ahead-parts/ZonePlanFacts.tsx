import { type ZonePlan, nextMeeting } from '#domain/contacts/zone-plan.ts'
import type { Instant } from '#domain/time/instant.ts'
import { zonePlan as words } from '#text/nb/screens/incident/zone-plan.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { Facts } from '../ui/Facts.tsx'

/** Where to meet, when next, and who fetches what. */
export function ZonePlanFacts({ plan, now }: { plan: ZonePlan; now: Instant }) {
  const next = nextMeeting(plan, now)
  return (
    <Facts
      facts={[
        { label: words.place, value: plan.meetingPlace ?? words.nothing },
        { label: words.meetings, value: meetingsText(plan, next, now) },
        { label: words.fetching, value: plan.fetching ?? words.nothing },
      ]}
    />
  )
}

function meetingsText({ meetings }: ZonePlan, next: Instant | null, now: Instant): string {
  if (meetings === null || next === null) return words.nothing
  const often = words.intervals[meetings.everyMinutes]
  return `${often}, ${words.next(momentWords(next, now))}`
}
