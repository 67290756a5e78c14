import type { Instant } from '#domain/time/instant.ts'
import { zonePlan as words } from '#text/nb/screens/incident/zone-plan.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { useDevice, useOpened } from '../services/use-opened.ts'
import { useZoneNames } from '../services/use-zone-names.ts'
import { ZonePlanFacts } from './ZonePlanFacts.tsx'
import './agreed-ahead.css'

/** What her zones have agreed on for when nobody can be reached. It shows itself after some time without contact. */
export function AgreedAhead({ now }: { now: Instant }) {
  const { sync } = useDevice()
  const names = useZoneNames()
  const inForce = useOpened((core) => core.incidents.plansInForce(), [now])
  // Before the first try of a phone that was just opened nobody knows whether there is contact.
  if (sync.line !== 'offline' || inForce?.kind !== 'open') return null
  return inForce.value.map((plan) => {
    const zone = names.find(({ id }) => id === plan.zone)
    const title = zone === undefined ? words.title : words.of(zoneText(zone.name))
    return (
      <section key={plan.zone} className="agreed-ahead" aria-label={title}>
        <h2 className="agreed-ahead__title">{title}</h2>
        <ZonePlanFacts plan={plan} now={now} />
      </section>
    )
  })
}
