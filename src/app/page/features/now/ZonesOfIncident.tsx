import type { Incident } from '#domain/incidents/incident.ts'
import { holdsClass } from '#domain/streams/stream-access.ts'
import { outage as words } from '#text/nb/screens/incident/outage.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import type { KnownIncidents } from '../../services/use-incidents.ts'
import { useOpened } from '../../services/use-opened.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Rows } from '../../ui/Rows.tsx'
import { ZoneRow } from './ZoneRow.tsx'

type ZonesOfIncidentProps = { incident: Incident; known: KnownIncidents }

/**
 * How it stands in the zones of the incident that this phone has not, one row each, in the server's sums: for HDU that is all
 * of them. Nothing where the phone has them all.
 */
export function ZonesOfIncident({ incident, known: { now, lastShared } }: ZonesOfIncidentProps) {
  const { role } = useUnlocked().profile
  const reading = useOpened((core) => core.incidents.zones(incident.id), [incident.id])
  const zones = (reading?.kind === 'open' ? reading.value : []).filter(({ isHere }) => !isHere)
  if (zones.length === 0) return null
  const title = holdsClass(role, 'people') ? words.zonesElsewhere : words.zones
  return (
    <>
      <GroupHeading
        text={title}
        beside={lastShared === null ? undefined : words.countedAt(momentWords(lastShared, now))}
      />
      <Rows label={title}>
        {zones.map((zone) => (
          <ZoneRow key={zone.zone.id} zone={zone} />
        ))}
      </Rows>
    </>
  )
}
