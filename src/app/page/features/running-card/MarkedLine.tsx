import type { EntryId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { runningCard as words } from '#text/nb/screens/incident/running-card.ts'
import { andText } from '#text/nb/words/and.ts'
import { markText } from './mark-text.ts'
import type { MarkedPlaces } from './step-groups.ts'

type MarkedLineProps = {
  marked: MarkedPlaces
  /** As it is read over the phone. */
  step: string
  now: Instant
  /** Null for who may not, and while something is being said. */
  onUndo: ((facts: readonly EntryId[]) => void) | null
}

/** Who said what of a step, where, and what others said who did not know of it. */
export function MarkedLine({ marked, step, now, onUndo }: MarkedLineProps) {
  const { shown, beside, zoneNames, facts } = marked
  const where = zoneNames.length === 0 ? null : andText(zoneNames)
  return (
    <div className="step__marked">
      <p className="step__said">
        {where === null ? null : `${where}: `}
        {markText(shown, now)}
        {beside.map((fact) => (
          <span key={fact.entryId}>{words.beside(markText(fact, now))}</span>
        ))}
      </p>
      {onUndo === null ? null : (
        <button type="button" className="link" onClick={() => onUndo(facts)}>
          {words.undo}
          <span className="visually-hidden"> {[step, where].filter(Boolean).join(' ')}</span>
        </button>
      )}
    </div>
  )
}
