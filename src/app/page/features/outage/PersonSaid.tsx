import type { ZoneId } from '#domain/base/ids.ts'
import { peopleInOutage as words } from '#text/nb/screens/people/people-in-outage.ts'
import { factRefusalText } from '#text/nb/words/fact-refusal.ts'
import { personFactText } from '#text/nb/words/incident/person-fact.ts'
import type { PersonSaying } from './use-person-saying.ts'
import '../../ui/said-line.css'

/** Says that a fact is stored, with one press to take it back; or why it was not stored. */
export function PersonSaid({ saying, zone }: { saying: PersonSaying; zone: ZoneId }) {
  const { last, refusal, undo } = saying
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
          {words.stored(personFactText(last.body))}{' '}
          <button type="button" className="link" onClick={() => void undo(zone, last.facts)}>
            {words.undo}
          </button>
        </>
      )}
    </p>
  )
}
