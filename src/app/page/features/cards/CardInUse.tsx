import { Link } from 'react-router'
import type { CardCode } from '#domain/cards/action-card.ts'
import { findUsing } from '#domain/incidents/incidents-for.ts'
import { outage } from '#text/nb/screens/incident/outage.ts'
import { runningCard as words } from '#text/nb/screens/incident/running-card.ts'
import { symptomsTitle } from '#text/nb/words/incident/symptom.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { paths } from '../../paths/paths.ts'
import { useIncidents } from '../../services/use-incidents.ts'
import { Notice } from '../../ui/Notice.tsx'

/** Says that this card runs, and leads to it with its deadlines. Nothing for a card that does not. */
export function CardInUse({ code }: { code: CardCode }) {
  const { running, now } = useIncidents()
  const incident = findUsing(running, code)
  if (incident === null) return null
  const since = outage.since(momentWords(incident.startsAt, now))
  return (
    <Notice kind="old" title={words.inUse(`${symptomsTitle(incident.symptoms)} ${since}`)}>
      <Link className="link" to={paths.incidentCard.to({ incident: incident.id, code })}>
        {words.inUseOpen}
      </Link>
    </Notice>
  )
}
