import { saying as words } from '#text/nb/screens/incident/saying.ts'
import { coordinationFactText } from '#text/nb/words/incident/coordination-fact.ts'
import { factRefusalText } from '#text/nb/words/incident/fact-refusal.ts'
import { useUnlocked } from '../services/unlocked.ts'
import { useNow } from '../services/use-now.ts'
import type { Saying } from '../services/use-saying.ts'
import '../ui/said-line.css'

/** Says that a fact is stored and takes it back by its name, or why it was not stored. Empty while nothing was said. */
export function SaidLine({ saying }: { saying: Saying }) {
  const now = useNow()
  const { zones } = useUnlocked().profile
  const { refusal, last } = saying
  if (refusal !== null) {
    return (
      <p className="field__fault" role="alert">
        {factRefusalText(refusal)}
      </p>
    )
  }
  return (
    <p className="said-line" role="status">
      {last === null ? null : (
        <>
          {words.stored(coordinationFactText(last.body, { now, zones }))}{' '}
          <button
            type="button"
            className="link"
            onClick={() => void saying.undo(last.incident, last.facts)}
          >
            {words.undo}
          </button>
        </>
      )}
    </p>
  )
}
