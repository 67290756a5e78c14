import type { StepState } from '#domain/incidents/coordination-fact.ts'
import type { ZoneId } from '#domain/base/ids.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { mayDo } from '#domain/roles/duties.ts'
import type { Instant } from '#domain/time/instant.ts'
import { runningCard as words } from '#text/nb/screens/running-card.ts'
import { factRefusalText } from '#text/nb/words/fact-refusal.ts'
import type { RunningStep } from '#app/bridge/incident-queries.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useSaying } from '../../services/use-saying.ts'
import '../../ui/press.css'
import { markState, markText } from './mark-text.ts'
import { WhyFailed } from './WhyFailed.tsx'

const presses = ['done', 'notRelevant', 'failed'] as const satisfies readonly StepState[]

type StepMarksProps = {
  step: RunningStep
  incident: Incident
  zone: ZoneId | null
  now: Instant
}

/** Done, not relevant or failed, each in one press; afterwards who said so and when, and the press that takes it back. */
export function StepMarks({ step: { step, card, marked }, incident, zone, now }: StepMarksProps) {
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

  return (
    <>
      {marked === null ? (
        mayMark &&
        presses.map((state) => (
          <button
            key={state}
            type="button"
            className="press"
            disabled={saying.isBusy}
            onClick={() => void mark(state, null)}
          >
            {words[state]}
            <span className="visually-hidden"> {words.step(card, step.number)}</span>
          </button>
        ))
      ) : (
        <>
          <p className="step__said">
            {markText(marked.shown, now)}
            {marked.beside.map((fact) => (
              <span key={fact.entryId}>{words.beside(markText(fact, now))}</span>
            ))}
          </p>
          {mayMark ? (
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
          {mayMark && lacksWord() ? <WhyFailed onStore={(word) => mark('failed', word)} /> : null}
        </>
      )}
      {saying.refusal === null ? null : (
        <p className="field__fault" role="alert">
          {factRefusalText(saying.refusal)}
        </p>
      )}
    </>
  )

  function lacksWord(): boolean {
    return (
      marked !== null &&
      markState(marked.shown) === 'failed' &&
      marked.shown.body.kind === 'step' &&
      marked.shown.body.word === null
    )
  }
}
