import { Link } from 'react-router'
import type { ActionCard, CardRole, CardStep } from '#domain/cards/action-card.ts'
import { cardTargetText, type KnownTitles } from '#text/nb/words/card-target.ts'
import { cards as words } from '#text/nb/screens/cards.ts'
import { useKnownTitles } from '../../card-parts/use-known-titles.ts'
import { targetPath } from '../../card-parts/target-path.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import '../../card-parts/cards.css'

/** The card's phases in order, each with the role's steps, or with all steps when `cardRole` is null. */
export function CardSteps({ card, cardRole }: { card: ActionCard; cardRole: CardRole | null }) {
  const known = useKnownTitles()
  const phases = card.phases
    .map((phase) => ({
      ...phase,
      own: phase.steps.filter(({ roles }) => cardRole === null || roles.includes(cardRole)),
    }))
    .filter(({ own }) => own.length > 0)

  if (phases.length === 0) return <p>{words.noSteps}</p>
  return phases.map(({ title, own, steps }) => (
    <section key={title} aria-label={title}>
      <GroupHeading text={title} beside={words.stepsOf(own.length, steps.length)} />
      <ol className="steps">
        {own.map((step) => (
          <Step key={step.number} step={step} showsRoles={cardRole === null} known={known} />
        ))}
      </ol>
    </section>
  ))
}

type StepProps = { step: CardStep; showsRoles: boolean; known: KnownTitles }

function Step({ step, showsRoles, known }: StepProps) {
  return (
    <li className="step" id={`steg-${step.number}`}>
      <span className="step__number">{step.number}</span>
      <div>
        <p>
          {step.lead === null ? null : <strong>{`${step.lead} `}</strong>}
          {step.text}
        </p>
        {step.critical || showsRoles ? (
          <p className="step__about">
            {step.critical ? <b className="step__critical">{words.critical}</b> : null}
            {step.critical && showsRoles ? ' · ' : null}
            {showsRoles ? step.roles.map((role) => words.roles[role]).join(', ') : null}
          </p>
        ) : null}
        {step.opens === null ? null : (
          <Link className="step__opens" to={targetPath(step.opens)}>
            {words.open(cardTargetText(step.opens, known))}
          </Link>
        )}
      </div>
    </li>
  )
}
