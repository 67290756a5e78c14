import type { PersonFact } from '#domain/people/person-fact.ts'
import type { Instant } from '#domain/time/instant.ts'
import { peopleInOutage } from '#text/nb/screens/people/people-in-outage.ts'
import { personInIncident as words } from '#text/nb/screens/people/person-in-incident.ts'
import { personFactText } from '#text/nb/words/incident/person-fact.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { PersonReading } from '#app/bridge/incident-queries.ts'
import { useUnlocked } from '../../../services/unlocked.ts'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import { saidAndUndone } from './standing-history.ts'
import type { PersonSaying } from '../use-person-saying.ts'

type EarlierProps = { person: PersonReading; saying: PersonSaying; now: Instant }

/** What has been said of her, newest first, with who and when; her own word can be taken back. */
export function Earlier({ person: { patient, history }, saying, now }: EarlierProps) {
  const { employeeId } = useUnlocked()
  const { said, undone } = saidAndUndone(history)
  return (
    <>
      <GroupHeading text={words.earlier} />
      {said.length === 0 ? <p className="field__help">{words.nothingEarlier}</p> : null}
      <ul className="person__earlier">
        {said.map((fact) => (
          <li key={fact.entryId}>
            <span>
              {undone.has(fact.entryId) ? (
                <>
                  <s>{lineOf(fact, now)}</s> {words.undone}
                </>
              ) : (
                lineOf(fact, now)
              )}
            </span>
            {fact.author.employeeId === employeeId && !undone.has(fact.entryId) ? (
              <button
                type="button"
                className="link"
                aria-label={`${peopleInOutage.undo}: ${personFactText(fact.body)}`}
                onClick={() => void saying.undo(patient.zone, [fact.entryId])}
              >
                {peopleInOutage.undo}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function lineOf({ at, body, author, clockAheadMinutes }: PersonFact, now: Instant): string {
  const said = `${momentWords(at, now)} ${personFactText(body)} – ${author.name}`
  return clockAheadMinutes === 0 ? said : `${said} ${words.clockCorrected}`
}
