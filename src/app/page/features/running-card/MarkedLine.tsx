import type { EntryId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { runningCard as words } from '#text/nb/screens/incident/running-card.ts'
import type { RunningStep } from '#app/bridge/incident-queries.ts'
import { markText } from './mark-text.ts'

type MarkedLineProps = {
  place: RunningStep
  /** Where steps of several zones stand together; else null. */
  zoneName: string | null
  now: Instant
  /** Null for who may not, and while something is being said. */
  onUndo: ((facts: readonly EntryId[]) => void) | null
}

/** Who said what of a step in a zone, and what others said who did not know of it. Nothing while nobody has. */
export function MarkedLine({ place, zoneName, now, onUndo }: MarkedLineProps) {
  const { marked, card, step } = place
  if (marked === null) return null
  const { shown, beside } = marked
  return (
    <div className="step__marked">
      <p className="step__said">
        {zoneName === null ? null : `${zoneName}: `}
        {markText(shown, now)}
        {beside.map((fact) => (
          <span key={fact.entryId}>{words.beside(markText(fact, now))}</span>
        ))}
      </p>
      {onUndo === null ? null : (
        <button
          type="button"
          className="link"
          onClick={() => onUndo([shown, ...beside].map(({ entryId }) => entryId))}
        >
          {words.undo}
          <span className="visually-hidden">
            {' '}
            {[words.step(card, step.number), zoneName].filter(Boolean).join(' ')}
          </span>
        </button>
      )}
    </div>
  )
}
