import { CheckmarkCircleIcon, CircleIcon } from '@navikt/aksel-icons'
import { Link } from 'react-router'
import { begin as words } from '#text/nb/screens/keeping/begin.ts'
import { useNow } from '../../services/use-now.ts'
import { useServices } from '../../services/services.ts'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { beginSteps } from './begin-steps.ts'
import { KeptFault } from './parts/KeptFault.tsx'
import { useKept } from './use-kept.ts'
import './keeping.css'

/** How a municipality begins: four steps, each with what is done, and one button for the next. */
export function BeginScreen() {
  const { api } = useServices()
  const now = useNow()
  const { value, fault, readAgain } = useKept(api.readOrganisation)
  const steps = value?.kind === 'organisation' ? beginSteps(value, now) : null
  const next = steps?.find(({ isDone }) => !isDone)
  const action = next?.action ?? null

  return (
    <Screen
      kind="reading"
      title={words.title}
      under={words.under}
      foot={
        action === null ? undefined : (
          <Action rank="primary" to={action.to}>
            {action.label}
          </Action>
        )
      }
    >
      <KeptFault fault={fault} returnTo="begin" onTryAgain={readAgain} />
      {steps === null ? (
        fault === null ? (
          <Notice kind="waiting" title={words.reading} />
        ) : null
      ) : (
        <>
          {next === undefined ? (
            <Notice kind="done" title={words.allDone} text={words.allDoneText} />
          ) : null}
          <ol className="begin" aria-label={words.steps}>
            {steps.map((step) => (
              <Step key={step.title} {...step} isNext={step === next} />
            ))}
          </ol>
        </>
      )}
    </Screen>
  )
}

type StepProps = { title: string; facts: string[]; isDone: boolean; isNext: boolean } & {
  action: { label: string; to: string } | null
}

function Step({ title, facts, isDone, isNext, action }: StepProps) {
  const Mark = isDone ? CheckmarkCircleIcon : CircleIcon
  const state = isDone ? words.done : isNext ? words.next : words.later
  return (
    <li className={`begin__step begin__step--${isDone ? 'done' : isNext ? 'next' : 'later'}`}>
      <Mark className="begin__mark" aria-hidden />
      <div>
        <h2 className="begin__title">{title}</h2>
        <span className="begin__state">{state}</span>
        {facts.map((fact) => (
          <p key={fact} className="begin__fact">
            {fact}
          </p>
        ))}
        {action === null || isNext ? null : (
          <p className="begin__fact">
            <Link className="link" to={action.to}>
              {action.label}
            </Link>
          </p>
        )}
      </div>
    </li>
  )
}
