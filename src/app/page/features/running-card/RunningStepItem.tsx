import { CheckmarkCircleIcon, MinusCircleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons'
import { Link } from 'react-router'
import { callsOf } from '#domain/cards/step-to-run.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import type { Instant } from '#domain/time/instant.ts'
import { cards } from '#text/nb/screens/cards.ts'
import { runningCard as words } from '#text/nb/screens/incident/running-card.ts'
import type { KnownTitles } from '#text/nb/words/cards/card-target.ts'
import { CallLinks } from '../../parts/CallLinks.tsx'
import { rowTime } from '../../parts/row-time.ts'
import { useContacts } from '../../services/use-contacts.ts'
import { runningTarget } from './running-target.ts'
import { StepDue } from './StepDue.tsx'
import { type StepGroup, stateOfGroup } from './step-groups.ts'
import { StepMarks } from './StepMarks.tsx'
import type { StepZone } from './use-step-zone.ts'

const marks = {
  done: CheckmarkCircleIcon,
  notRelevant: MinusCircleIcon,
  failed: XMarkOctagonIcon,
} as const

type RunningStepItemProps = {
  group: StepGroup
  incident: Incident
  stepZone: StepZone
  titles: KnownTitles
  now: Instant
  /** Among the steps of its card it starts with its number, among tasks with its clock time and its card. */
  among: 'card' | 'tasks'
}

/** A step that runs: what to do, by when, whom to call, and what somebody has said of it. */
export function RunningStepItem(props: RunningStepItemProps) {
  const { group, incident, titles, now, among } = props
  const { step, card, dueAt, isOverdue } = group
  const contacts = useContacts()
  const state = stateOfGroup(group)
  const Mark = state === null ? null : marks[state]
  const target = step.opens === null ? null : runningTarget(step.opens, incident, titles)
  const kinds = [
    'step',
    among === 'tasks' ? 'step--timed' : '',
    state === null || state === 'failed' ? '' : 'step--marked',
  ]
  return (
    <li className={kinds.join(' ')} id={`${card}-${step.number}`}>
      <span className="step__number">
        {Mark !== null ? (
          <Mark aria-hidden fontSize="1.6rem" />
        ) : among === 'card' ? (
          step.number
        ) : dueAt === null ? (
          words.noDeadline
        ) : (
          <TaskTime dueAt={dueAt} now={now} />
        )}
      </span>
      <div>
        <p>
          <span className={among === 'card' ? 'visually-hidden' : 'step__card'}>
            {words.step(card, step.number)}{' '}
          </span>
          {step.lead === null ? null : <strong>{`${step.lead} `}</strong>}
          {step.text}
        </p>
        <StepDue group={group} now={now} among={among} />
        {step.inference === true ? <p className="step__about">{words.inference}</p> : null}
        {state === null ? <CallLinks calls={callsOf(step)} contacts={contacts} /> : null}
        <div className="step__presses">
          {target === null || state !== null ? null : (
            <Link
              className={isOverdue ? 'step__opens step__opens--now' : 'step__opens'}
              to={target.path}
            >
              {cards.open(target.text)}
            </Link>
          )}
          <StepMarks {...props} />
        </div>
      </div>
    </li>
  )
}

function TaskTime({ dueAt, now }: { dueAt: Instant; now: Instant }) {
  const { clock, distance, near } = rowTime(dueAt, now)
  return (
    <span className="row__time">
      <span className={near ? 'row__clock row__clock--near' : 'row__clock'}>{clock}</span>
      <span className="row__distance">{distance}</span>
    </span>
  )
}
