import { Link } from 'react-router'
import type { Incident } from '#domain/incidents/incident.ts'
import { mayDo } from '#domain/roles/duties.ts'
import { outage as words } from '#text/nb/screens/incident/outage.ts'
import { symptomsTitle } from '#text/nb/words/incident/symptom.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { paths } from '../../paths/paths.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import type { KnownIncidents } from '../../services/use-incidents.ts'
import { useOpened } from '../../services/use-opened.ts'
import './outage.css'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Rows } from '../../ui/Rows.tsx'
import { LateNeedRow } from './LateNeedRow.tsx'
import { readLateNeeds } from './read-late-needs.ts'

/**
 * Before all else on the front page: who needs a visit, as somebody said who did not know that the incident was over. Whoever
 * may, opens it again there; the others go, or call. Nothing without any.
 */
export function LateNeeds({ known }: { known: KnownIncidents }) {
  const needs = known.lateNeeds
  const key = needs.flatMap(({ patients }) => patients).join(' ')
  const read = useOpened((core) => readLateNeeds(core, needs), [key])
  if (needs.length === 0 || read === undefined || read.people.length === 0) return null
  const closed = known.all.filter(({ id }) => needs.some(({ incident }) => incident === id))
  return (
    <section role="alert" aria-label={words.lateNeeds} className="late-needs">
      <GroupHeading text={words.lateNeeds} />
      <Rows label={words.lateNeeds}>
        {read.people.map((need) => (
          <LateNeedRow key={need.patientId} need={need} now={known.now} />
        ))}
      </Rows>
      {closed.map((incident) => (
        <WhatIsOver key={incident.id} incident={incident} known={known} more={read.more} />
      ))}
    </section>
  )
}

type WhatIsOverProps = { incident: Incident; known: KnownIncidents; more: number }

/** Which incident it is, and the way to open it again; or to the rest of those who need a visit. */
function WhatIsOver({ incident, known: { now }, more }: WhatIsOverProps) {
  const { role } = useUnlocked().profile
  const { id, symptoms, closed } = incident
  return (
    <>
      {closed === null ? null : (
        <p className="outage__none">
          {words.lateNeedsText(symptomsTitle(symptoms), momentWords(closed.at, now))}
        </p>
      )}
      <p className="late-needs__ways">
        {more === 0 ? null : (
          <Link className="link" to={paths.visits.to({ incident: id })}>
            {words.moreLateNeeds(more)}
          </Link>
        )}
        {mayDo(role, 'closeIncidents') ? (
          <Link className="link" to={paths.changeIncident.to({ incident: id })}>
            {words.reopen}
          </Link>
        ) : null}
      </p>
    </>
  )
}
