import type { CardRole } from '#domain/cards/action-card.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import type { Instant } from '#domain/time/instant.ts'
import { runningCard as words } from '#text/nb/screens/incident/running-card.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { RunningCard } from '#app/bridge/incident-queries.ts'
import { useKnownTitles } from '../../card-parts/use-known-titles.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import type { StepZone } from './use-step-zone.ts'
import { RunningStepItem } from './RunningStepItem.tsx'
import { groupSteps, isGroupFinished } from './step-groups.ts'
import { Thresholds } from './Thresholds.tsx'

type RunningPhasesProps = {
  running: RunningCard
  incident: Incident
  /** Null for all roles. */
  role: CardRole | null
  stepZone: StepZone
  now: Instant
}

export function RunningPhases({ running, incident, role, stepZone, now }: RunningPhasesProps) {
  const titles = useKnownTitles()
  const pinned = incident.cards.find(({ code }) => code === running.card.code)?.version
  const phases = running.phases
    .map((phase) => ({
      ...phase,
      own: groupSteps(
        phase.steps
          .filter(({ step }) => role === null || step.roles.includes(role))
          .filter(stepZone.isHers),
      ),
    }))
    .filter(({ own }) => own.length > 0)
  return (
    <>
      {running.isOtherVersion && pinned !== undefined ? (
        <p className="step__about">{words.otherVersion(running.card.version, pinned)}</p>
      ) : null}
      {phases.length === 0 ? <p>{words.stepsOfRole}</p> : null}
      {phases.map(({ title, until, own }) => (
        <section key={title} aria-label={title}>
          <GroupHeading
            text={until === null ? title : words.until(title, momentWords(until, now))}
            beside={words.doneOf(own.filter(isGroupFinished).length, own.length)}
          />
          <ol className="steps">
            {own.map((group) => (
              <RunningStepItem
                key={group.key}
                among="card"
                {...{ group, incident, stepZone, titles, now }}
              />
            ))}
          </ol>
        </section>
      ))}
      <Thresholds thresholds={running.thresholds} now={now} />
    </>
  )
}
