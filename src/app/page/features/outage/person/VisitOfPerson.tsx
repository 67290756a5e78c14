import { Link } from 'react-router'
import type { Incident } from '#domain/incidents/incident.ts'
import type { VisitState } from '#domain/people/people.ts'
import { personInIncident as words } from '#text/nb/screens/people/person-in-incident.ts'
import type { PersonReading } from '#app/bridge/incident-queries.ts'
import { paths } from '../../../paths/paths.ts'

/** Whose her visit is, with the way to it; nothing while none is needed. */
export function VisitOfPerson({ person, incident }: { person: PersonReading; incident: Incident }) {
  const open = person.visits.filter(({ ended }) => ended?.shown.body.outcome !== 'done')
  const needsVisit = person.contact?.shown.body.state === 'needsVisit'
  if (open.length === 0 && !needsVisit) return null
  const shown: VisitState['key'][] =
    open.length === 0
      ? [{ patientId: person.patient.id, planned: null }]
      : open.map(({ key }) => key)
  return shown.map((key) => {
    const holder = open.find((one) => one.key === key)?.holder ?? null
    const planned = key.planned
    return (
      <p className="person__visit" key={planned === null ? '' : `${planned.on} ${planned.visitId}`}>
        <span>{holder === null ? words.nobodyHasVisit : words.hasVisit(holder.name)}</span>
        <Link
          className="link"
          to={paths.visit.to({
            patientId: key.patientId,
            incident: incident.id,
            ...(planned === null ? {} : planned),
          })}
        >
          {words.toVisit}
        </Link>
      </p>
    )
  })
}
