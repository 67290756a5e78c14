import type { Incident } from '#domain/incidents/incident.ts'
import { outage as words } from '#text/nb/screens/incident/outage.ts'
import { placeText } from '#text/nb/words/incident/coordination-fact.ts'
import { symptomsTitle } from '#text/nb/words/incident/symptom.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { paths } from '../../paths/paths.ts'
import type { KnownIncidents } from '../../services/use-incidents.ts'
import { useZoneNames } from '../../services/use-zone-names.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'

type OtherIncidentsProps = {
  title: string
  incidents: readonly Incident[]
  known: KnownIncidents
}

/** Incidents beside the one on the screen, calmly: one row each. Nothing without any. */
export function OtherIncidents({ title, incidents, known: { now } }: OtherIncidentsProps) {
  const zones = useZoneNames()
  if (incidents.length === 0) return null
  return (
    <>
      <GroupHeading text={title} />
      <Rows label={title}>
        {incidents.map((incident) => (
          <Row
            key={incident.id}
            to={paths.incident.to({ incident: incident.id })}
            name={`${symptomsTitle(incident.symptoms)} ${words.since(momentWords(incident.startsAt, now))}`}
            facts={[words.where(placeText(incident.area, zones), incident.level)]}
          />
        ))}
      </Rows>
    </>
  )
}
