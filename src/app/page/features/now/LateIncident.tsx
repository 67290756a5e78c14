import { Link } from 'react-router'
import type { Incident } from '#domain/incidents/incident.ts'
import { mayDo } from '#domain/roles/duties.ts'
import { outage as words } from '#text/nb/screens/incident/outage.ts'
import { symptomsTitle } from '#text/nb/words/incident/symptom.ts'
import { paths } from '../../paths/paths.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import type { KnownIncidents } from '../../services/use-incidents.ts'
import { Notice } from '../../ui/Notice.tsx'

/** Closed ones that somebody wrote in without knowing: whoever may open them again is told. */
export function useLateIncidents({ closed }: KnownIncidents): Incident[] {
  const { role } = useUnlocked().profile
  return mayDo(role, 'closeIncidents') ? closed.filter(({ late }) => late.length > 0) : []
}

export function LateIncident({ incident }: { incident: Incident }) {
  return (
    <Notice
      kind="old"
      title={`${symptomsTitle(incident.symptoms)}: ${words.lateFacts(incident.late.length)}`}
      text={words.lateFactsText}
    >
      <Link className="link" to={paths.changeIncident.to({ incident: incident.id })}>
        {words.see}
      </Link>
    </Notice>
  )
}
