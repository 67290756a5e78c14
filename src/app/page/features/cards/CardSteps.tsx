import { Link } from 'react-router'
import type { ActionCard, CardPhase, CardRole, CardStep } from '#domain/cards/action-card.ts'
import { callsOf } from '#domain/cards/step-to-run.ts'
import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import { dueWords } from '#text/nb/words/cards/action-card.ts'
import { cardTargetText, type KnownTitles } from '#text/nb/words/cards/card-target.ts'
import { cards as words } from '#text/nb/screens/cards.ts'
import { useKnownTitles } from '../../card-parts/use-known-titles.ts'
import { targetPath } from '../../card-parts/target-path.ts'
import { CallLinks } from '../../parts/CallLinks.tsx'
import { useContacts } from '../../services/use-contacts.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import '../../card-parts/cards.css'

/** The card's phases in order, each with the role's steps, or with all steps when `cardRole` is null. */
export function CardSteps({ card, cardRole }: { card: ActionCard; cardRole: CardRole | null }) {
  const known = useKnownTitles()
  const contacts = useContacts()
  const phases = card.phases
    .map((phase) => ({
      ...phase,
      own: phase.steps.filter(({ roles }) => cardRole === null || roles.includes(cardRole)),
    }))
    .filter(({ own }) => own.length > 0)

  if (phases.length === 0) return <p>{words.noSteps}</p>
  return phases.map(({ own, ...phase }) => (
    <section key={phase.title} aria-label={phase.title}>
      <GroupHeading text={phase.title} beside={words.stepsOf(own.length, phase.steps.length)} />
      <ol className="steps">
        {own.map((step) => (
          <Step
            key={step.number}
            step={step}
            phase={phase}
            showsRoles={cardRole === null}
            known={known}
            contacts={contacts}
          />
        ))}
      </ol>
    </section>
  ))
}

type StepProps = {
  step: CardStep
  phase: CardPhase
  showsRoles: boolean
  known: KnownTitles
  contacts: readonly MunicipalityContact[] | null
}

function Step({ step, phase, showsRoles, known, contacts }: StepProps) {
  const due = dueWords(step.dueMinutes ?? null, phase.toMinutes)
  const about = [
    due,
    showsRoles ? step.roles.map((role) => words.roles[role]).join(', ') : null,
    step.inference === true ? words.inference : null,
  ].filter((one) => one !== null)
  return (
    <li className="step" id={`steg-${step.number}`}>
      <span className="step__number">{step.number}</span>
      <div>
        <p>
          {step.lead === null ? null : <strong>{`${step.lead} `}</strong>}
          {step.text}
        </p>
        {step.critical || about.length > 0 ? (
          <p className="step__about">
            {step.critical ? <b className="step__critical">{words.critical}</b> : null}
            {step.critical && about.length > 0 ? ' · ' : null}
            {about.join(' · ')}
          </p>
        ) : null}
        <CallLinks calls={callsOf(step)} contacts={contacts} />
        {step.opens === null ? null : (
          <Link className="step__opens" to={targetPath(step.opens)}>
            {words.open(cardTargetText(step.opens, known))}
          </Link>
        )}
      </div>
    </li>
  )
}
