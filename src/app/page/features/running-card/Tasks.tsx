import { Link } from 'react-router'
import type { ZoneId } from '#domain/base/ids.ts'
import type { CardRole } from '#domain/cards/action-card.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import type { Instant } from '#domain/time/instant.ts'
import { cards } from '#text/nb/screens/cards.ts'
import { outage } from '#text/nb/screens/incident/outage.ts'
import { runningCard as words } from '#text/nb/screens/incident/running-card.ts'
import { symptomsTitle } from '#text/nb/words/incident/symptom.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { cardRoleOf } from '../../card-parts/card-role.ts'
import { RoleChips } from '../../card-parts/RoleChips.tsx'
import { useKnownTitles } from '../../card-parts/use-known-titles.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useOpened } from '../../services/use-opened.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { RunningStepItem } from './RunningStepItem.tsx'
import { groupSteps, isGroupFinished, type StepGroup } from './step-groups.ts'
import { StepZonePicker } from './StepZonePicker.tsx'
import { useStepZone } from './use-step-zone.ts'
import '../../card-parts/cards.css'
import './running-step.css'

type Chosen = { role?: CardRole | 'alle' | undefined; zone?: ZoneId | undefined }

type TasksProps = {
  incident: Incident
  requested: Chosen
  now: Instant
  onChoose: (next: Chosen) => void
}

export function Tasks({ incident, requested, now, onChoose }: TasksProps) {
  const own = cardRoleOf(useUnlocked().profile.role)
  const role = requested.role === 'alle' ? null : (requested.role ?? own)
  const stepZone = useStepZone(incident, requested.zone)
  const { zone } = stepZone
  const titles = useKnownTitles()
  const reading = useOpened(
    (core) => core.incidents.tasks(incident.id, role, zone),
    [incident.id, role, zone, now],
  )
  return (
    <Screen
      kind="reading"
      title={
        role === own
          ? words.tasks
          : words.tasksOf(role === null ? cards.roles.all : cards.roles[role])
      }
      above={
        <Link className="link" to={paths.incident.to({ incident: incident.id })}>
          {`${symptomsTitle(incident.symptoms)} ${outage.since(momentWords(incident.startsAt, now))}`}
        </Link>
      }
      under={<StepZonePicker {...stepZone} onChoose={(chosen) => onChoose({ zone: chosen })} />}
      busy={reading === undefined}
    >
      <RoleChips role={role} onChoose={(chosen) => onChoose({ role: chosen })} />
      <OpenReading reading={reading} none={{ title: outage.none, text: outage.noneText }}>
        {(all, { isWhole }) => {
          const groups = groupSteps(all.filter(stepZone.isHers))
          const left = groups.filter((group) => !isGroupFinished(group))
          const finished = groups.filter(isGroupFinished)
          if (groups.length === 0) {
            return isWhole && <Notice kind="empty" title={words.noTasks} text={words.noTasksText} />
          }
          return (
            <>
              {left.length === 0 && isWhole ? <Notice kind="done" title={words.allDone} /> : null}
              {items(left)}
              {finished.length === 0 ? null : (
                <details className="finished">
                  <summary>{words.marked(finished.length)}</summary>
                  {items(finished)}
                </details>
              )}
            </>
          )
        }}
      </OpenReading>
    </Screen>
  )

  function items(groups: readonly StepGroup[]) {
    return (
      <ol className="steps">
        {groups.map((group) => (
          <RunningStepItem
            key={group.key}
            among="tasks"
            {...{ group, incident, stepZone, titles, now }}
          />
        ))}
      </ol>
    )
  }
}
