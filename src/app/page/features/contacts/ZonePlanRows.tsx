import type { NamedZone } from '#text/nb/words/stream.ts'
import { zonePlan as words } from '#text/nb/screens/incident/zone-plan.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { paths } from '../../paths/paths.ts'
import { useOpened } from '../../services/use-opened.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'

/** What each of her zones has agreed on for when no number answers. It renders nothing for one who has no zones. */
export function ZonePlanRows({ zones }: { zones: readonly NamedZone[] }) {
  const reading = useOpened((core) => core.reader.listZonePlans())
  if (zones.length === 0 || reading?.kind !== 'open') return null
  return (
    <section aria-label={words.title}>
      <GroupHeading text={words.title} />
      <Rows label={words.title}>
        {zones.map(({ id, name }) => {
          const plan = reading.value.find(({ zone }) => zone === id)
          return (
            <Row
              key={id}
              to={paths.zonePlan.to({ zone: id })}
              name={zoneText(name)}
              facts={[plan?.meetingPlace ?? words.nothing]}
            />
          )
        })}
      </Rows>
    </section>
  )
}
