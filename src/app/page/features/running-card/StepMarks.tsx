import type { CoordinationFactBody, StepState } from '#domain/incidents/coordination-fact.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { mayDo } from '#domain/roles/duties.ts'
import type { Instant } from '#domain/time/instant.ts'
import { runningCard as words } from '#text/nb/screens/incident/running-card.ts'
import { factRefusalText } from '#text/nb/words/incident/fact-refusal.ts'
import type { RunningStep } from '#app/bridge/incident-queries.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useSaying } from '../../services/use-saying.ts'
import '../../ui/press.css'
import { isFinished, lacksWord, markText } from './mark-text.ts'
import { MarkedLine } from './MarkedLine.tsx'
import { markedPlaces, type StepGroup } from './step-groups.ts'
import type { StepZone } from './use-step-zone.ts'
import { WhyFailed } from './WhyFailed.tsx'

const presses: readonly StepState[] = ['done', 'notRelevant', 'failed']
/** A step that failed is still to be done, by somebody or in another way. */
const afterFailure: readonly StepState[] = ['done', 'notRelevant']

type StepMarksProps = {
  group: StepGroup
  incident: Incident
  stepZone: StepZone
  now: Instant
}

/** Done, not relevant or failed, each in one press; afterwards who said so and when, and the press that takes it back. */
export function StepMarks({ group, incident, stepZone, now }: StepMarksProps) {
  const { card, step, places } = group
  const { role } = useUnlocked().profile
  const saying = useSaying()
  const mayMark = mayDo(role, 'startIncidents') && incident.standing !== 'closed'
  const left = places.filter((place) => !isFinished(place))
  const unexplained = places.filter(lacksWord)
  const offered = left.some(({ marked }) => marked === null) ? presses : afterFailure
  const name = words.step(card, step.number)

  async function mark(
    of: readonly RunningStep[],
    state: StepState,
    word: string | null,
  ): Promise<boolean> {
    const cardVersion = incident.cards.find(({ code }) => code === card)?.version ?? 1
    const [first, ...others] = of.map(({ zone }): CoordinationFactBody => ({
      kind: 'step',
      card,
      cardVersion,
      step: step.number,
      zone,
      state,
      word,
    }))
    return first !== undefined && saying.say(incident.id, first, ...others)
  }

  return (
    <>
      {markedPlaces(group, stepZone.nameOf, (fact) => markText(fact, now)).map((marked) => (
        <MarkedLine
          key={marked.shown.entryId}
          step={name}
          onUndo={
            mayMark && !saying.isBusy ? (facts) => void saying.undo(incident.id, facts) : null
          }
          {...{ marked, now }}
        />
      ))}
      {mayMark && unexplained.length > 0 ? (
        <WhyFailed onStore={(word) => mark(unexplained, 'failed', word)} />
      ) : null}
      {mayMark && left.length > 0
        ? offered.map((state) => (
            <button
              key={state}
              type="button"
              className="press"
              disabled={saying.isBusy}
              onClick={() => void mark(left, state, null)}
            >
              {words[state]}
              <span className="visually-hidden"> {name}</span>
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
