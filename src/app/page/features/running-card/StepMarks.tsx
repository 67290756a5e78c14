import type { CoordinationFact, StepState } from '#domain/incidents/coordination-fact.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { mayDo } from '#domain/roles/duties.ts'
import type { Instant } from '#domain/time/instant.ts'
import { runningCard as words } from '#text/nb/screens/incident/running-card.ts'
import { factRefusalText } from '#text/nb/words/incident/fact-refusal.ts'
import type { RunningStep } from '#app/bridge/incident-queries.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useSaying } from '../../services/use-saying.ts'
import '../../ui/press.css'
import { markState, markText } from './mark-text.ts'
import { WhyFailed } from './WhyFailed.tsx'

const presses: readonly StepState[] = ['done', 'notRelevant', 'failed']
const tried: readonly StepState[] = ['done', 'notRelevant']

type StepMarksProps = {
  step: RunningStep
  incident: Incident
  now: Instant
}

/** Done, not relevant or failed, each in one press; afterwards who said so and when, and the press that takes it back. */
export function StepMarks({ step: running, incident, now }: StepMarksProps) {
  const { step, card, zone, marked } = running
  const { role } = useUnlocked().profile
  const saying = useSaying()
  const mayMark = mayDo(role, 'startIncidents') && incident.standing !== 'closed'
  const cardVersion = incident.cards.find(({ code }) => code === card)?.version ?? 1

  function mark(state: StepState, word: string | null): Promise<boolean> {
    return saying.say(incident.id, {
      kind: 'step',
      card,
      cardVersion,
      step: step.number,
      zone,
      state,
      word,
    })
  }

  const state = marked === null ? null : markState(marked.shown)
  // A step that failed is still to be done, by somebody or in another way.
  const offered = state === null ? presses : state === 'failed' ? tried : []

  return (
    <>
      {marked === null ? null : (
        <p className="step__said">
          {markText(marked.shown, now)}
          {marked.beside.map((fact) => (
            <span key={fact.entryId}>{words.beside(markText(fact, now))}</span>
          ))}
        </p>
      )}
      {mayMark && marked !== null ? (
        <button
          type="button"
          className="link"
          disabled={saying.isBusy}
          onClick={() =>
            void saying.undo(
              incident.id,
              [marked.shown, ...marked.beside].map(({ entryId }) => entryId),
            )
          }
        >
          {words.undo}
          <span className="visually-hidden"> {words.step(card, step.number)}</span>
        </button>
      ) : null}
      {mayMark && lacksWord(marked?.shown) ? (
        <WhyFailed onStore={(word) => mark('failed', word)} />
      ) : null}
      {mayMark
        ? offered.map((one) => (
            <button
              key={one}
              type="button"
              className="press"
              disabled={saying.isBusy}
              onClick={() => void mark(one, null)}
            >
              {words[one]}
              <span className="visually-hidden"> {words.step(card, step.number)}</span>
            </button>
          ))
        : null}
      {saying.refusal === null ? null : (
        <p className="field__fault" role="alert">
          {factRefusalText(saying.refusal)}
        </p>
      )}
    </>
  )
}

function lacksWord(shown: CoordinationFact | undefined): boolean {
  const body = shown?.body
  return body?.kind === 'step' && body.state === 'failed' && body.word === null
}
