import type { Incident } from '#domain/incidents/incident.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import { callList as words } from '#text/nb/screens/people/call-list.ts'
import type { ContactReading } from '#app/bridge/incident-queries.ts'
import { paths } from '../../../paths/paths.ts'
import { Action } from '../../../ui/Action.tsx'
import { CallNext } from '../../../incident-parts/CallNext.tsx'
import { useNextOnList } from '../use-next-on-list.ts'
import type { Outage } from '../use-outage.ts'

type CallFootProps = {
  contacts: ContactReading
  incident: Incident
  list: PatientListKind
  outage: Outage
}

/** The next call: hers, else one that nobody has been dealt. When all are called, the visits. */
export function CallFoot({ contacts, incident, list, outage }: CallFootProps) {
  const { now, zones } = outage
  const next = useNextOnList({ incident: incident.id, list, zone: zones.zone, now })
  if (next !== null) {
    return <CallNext patient={next} from={{ from: 'callList', incident: incident.id, list }} />
  }
  const needVisit = contacts.counts.byState.needsVisit
  if (needVisit === 0) return null
  return (
    <Action rank="primary" to={paths.visits.to(outage.linked)}>
      {words.toVisits(needVisit)}
    </Action>
  )
}
