import { Fragment } from 'react'
import { nextMeeting, type ZonePlan } from '#domain/contacts/zone-plan.ts'
import type { Instant } from '#domain/time/instant.ts'
import { zonePlan as words } from '#text/nb/screens/incident/zone-plan.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { useZoneNames } from '../services/use-zone-names.ts'

/** Where each zone meets, and when next. */
export function MeetingPlaces({ plans, now }: { plans: readonly ZonePlan[]; now: Instant }) {
  const names = useZoneNames()
  const agreed = plans.flatMap((plan) => {
    const { zone, meetingPlace, meetings } = plan
    const next = nextMeeting(plan, now)
    const named = names.find(({ id }) => id === zone)
    if (meetingPlace === null || meetings === null || next === null) return []
    const often = words.intervals[meetings.everyMinutes]
    const label = words.meetingPlaceOf(
      named === undefined ? zone : zoneText(named.name),
      meetingPlace,
      often,
    )
    return [{ zone, label, when: words.next(momentWords(next, now)) }]
  })
  if (agreed.length === 0) return null
  return (
    <dl className="network-clock__rows">
      {agreed.map(({ zone, label, when }) => (
        <Fragment key={zone}>
          <dt>{label}</dt>
          <dd>{when}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
