import { Link } from 'react-router'
import type { Incident } from '#domain/incidents/incident.ts'
import { type Instant, localClock } from '#domain/time/instant.ts'
import { outage as words } from '#text/nb/screens/incident/outage.ts'
import { symptomsTitle } from '#text/nb/words/incident/symptom.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { cardRoleOf } from '../../card-parts/card-role.ts'
import { paths } from '../../paths/paths.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useOpened } from '../../services/use-opened.ts'
import { Notice } from '../../ui/Notice.tsx'

/** What is going to be down, and what is to be done first before it is. */
export function PlannedIncident({ incident, now }: { incident: Incident; now: Instant }) {
  const role = cardRoleOf(useUnlocked().profile.role)
  const tasks = useOpened(
    (core) => core.incidents.tasks(incident.id, role, null),
    [incident.id, role],
  )
  const next =
    tasks?.kind === 'open'
      ? tasks.value.find(
          ({ marked, dueAt }) => marked === null && dueAt !== null && dueAt < incident.startsAt,
        )
      : undefined
  return (
    <Notice
      kind="old"
      title={words.planned(symptomsTitle(incident.symptoms), periodText(incident, now))}
      text={
        next === undefined || next.dueAt === null
          ? words.plannedText
          : `${words.plannedText} ${words.dueFirst(next.step.lead ?? next.step.text, momentWords(next.dueAt, now))}`
      }
    >
      <Link className="link" to={paths.incident.to({ incident: incident.id })}>
        {words.see}
      </Link>
    </Notice>
  )
}

/** «i morgen 01:00–04:00» */
function periodText({ startsAt, announcedEnd }: Incident, now: Instant): string {
  const start = momentWords(startsAt, now)
  if (announcedEnd === null) return start
  const [first, last] = [localClock(startsAt), localClock(announcedEnd)]
  return `${start}–${first.on === last.on ? last.at : momentWords(announcedEnd, now)}`
}
