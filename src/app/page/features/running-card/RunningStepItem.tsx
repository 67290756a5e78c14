import { CheckmarkCircleIcon, MinusCircleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons'
import { Link } from 'react-router'
import { callsOf } from '#domain/cards/step-to-run.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import type { Instant } from '#domain/time/instant.ts'
import { cards } from '#text/nb/screens/cards.ts'
import { runningCard as words } from '#text/nb/screens/incident/running-card.ts'
import type { KnownTitles } from '#text/nb/words/cards/card-target.ts'
import type { RunningStep } from '#app/bridge/incident-queries.ts'
import { CallLinks } from '../../parts/CallLinks.tsx'
import { rowTime } from '../../parts/row-time.ts'
import { useContacts } from '../../services/use-contacts.ts'
import { runningTarget } from './running-target.ts'
import { StepDue } from './StepDue.tsx'
import { StepMarks } from './StepMarks.tsx'
import { markState } from './mark-text.ts'

const marks = {
  done: CheckmarkCircleIcon,
  notRelevant: MinusCircleIcon,
  failed: XMarkOctagonIcon,
} as const

type RunningStepItemProps = {
  step: RunningStep
  incident: Incident
  titles: KnownTitles
  now: Instant
  /** Where steps of several zones stand together; else null. */
  zoneName: string | null
  /** Among the steps of its card it starts with its number, among tasks with its clock time and its card. */
  among: 'card' | 'tasks'
}

/** A step that runs: what to do, by when, whom to call, and what somebody has said of it. */
export function RunningStepItem(props: RunningStepItemProps) {
  const { step: running, incident, titles, now, zoneName, among } = props
  const { step, card, dueAt, marked } = running
  const state = marked === null ? null : markState(marked.shown)
  const Mark = state === null ? null : marks[state]
  const contacts = useContacts()
  const calls = callsOf(step)
  const kinds = [
    'step',
    among === 'tasks' ? 'step--timed' : '',
    state === null ? '' : 'step--marked',
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
          {among === 'card' ? (
            <span className="visually-hidden">{words.step(card, step.number)} </span>
          ) : (
            <span className="step__card">
              {[words.step(card, step.number), zoneName].filter(Boolean).join(' · ')}{' '}
            </span>
          )}
          {step.lead === null ? null : <strong>{`${step.lead} `}</strong>}
          {step.text}
        </p>
        <StepDue running={running} now={now} among={among} />
        {among === 'card' && zoneName !== null ? <p className="step__about">{zoneName}</p> : null}
        {step.inference === true ? <p className="step__about">{words.inference}</p> : null}
        {state === null ? <CallLinks calls={calls} contacts={contacts} /> : null}
        <div className="step__presses">
          {step.opens === null || state !== null ? null : (
            <Link
              className={
                running.urgency === 'overdue' ? 'step__opens step__opens--now' : 'step__opens'
              }
              to={runningTarget(step.opens, incident, titles).path}
            >
              {cards.open(runningTarget(step.opens, incident, titles).text)}
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
