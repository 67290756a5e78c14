import type { Incident } from '#domain/incidents/incident.ts'
import { visits as words } from '#text/nb/screens/people/visits.ts'
import { OpenReading } from '../../../parts/OpenReading.tsx'
import { paths } from '../../../paths/paths.ts'
import { useOpened } from '../../../services/use-opened.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { noRows, OutageScreen } from '../OutageScreen.tsx'
import { type Outage, type OutageAddress, useOutage } from '../use-outage.ts'
import { VisitGroups } from './VisitGroups.tsx'
import './visits.css'

/** Who is gone to, by the recorded deadline and not by the route, and whose visit it is. */
export function VisitsScreen(address: OutageAddress) {
  const outage = useOutage(address, (chosen) => paths.visits.to(chosen))
  return (
    <OutageScreen title={words.title} outage={outage}>
      {(incident) => <Visits incident={incident} outage={outage} />}
    </OutageScreen>
  )
}

function Visits({ incident, outage }: { incident: Incident; outage: Outage }) {
  const { zone } = outage.zones
  const reading = useOpened((core) => core.incidents.visits(incident.id, zone), [incident.id, zone])
  return (
    <OpenReading reading={reading} none={noRows}>
      {(visits, { isWhole }) => {
        const count = visits.mine.length + visits.free.length + visits.others.length
        return (
          <>
            <p className="outage__totals">
              <span>{words.order}</span>
              {visits.unmet === 0 ? null : <strong>{words.unmet(visits.unmet)}</strong>}
            </p>
            {count === 0 && isWhole ? (
              <Notice kind="empty" title={words.none} text={words.noneText} />
            ) : null}
            <VisitGroups visits={visits} incident={incident} now={outage.now} />
          </>
        )
      }}
    </OpenReading>
  )
}
