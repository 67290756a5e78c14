import type { Standing } from '#domain/facts/standing.ts'
import type { FactOf } from '#domain/people/people.ts'
import { type Instant, minutesBetween } from '#domain/time/instant.ts'
import { peopleInOutage as words } from '#text/nb/screens/people/people-in-outage.ts'
import { contactStateText, notContactedText } from '#text/nb/words/incident/person-fact.ts'
import { durationWords, momentWords } from '#text/nb/words/time.ts'
import { factsLine } from '../parts/facts-line.ts'
import { useSaidBy } from './said-by.ts'
import './person-row.css'

/** From then on the age of a status is said beside its time. */
const oldMinutes = 60

type ContactLineProps = {
  standing: Standing<FactOf<'contact'>> | null
  now: Instant
  /** What to do about it, as «prøv igjen 03:14». */
  more?: string | null
}

/** The last contact in words, with time and name; and what others have said who did not know of it. */
export function ContactLine({ standing, now, more = null }: ContactLineProps) {
  const saidBy = useSaidBy()
  if (standing === null) return notContactedText
  const { shown, beside } = standing
  const age = minutesBetween(shown.at, now)
  return (
    <>
      <strong className="outage__state">{contactStateText[shown.body.state]}</strong>{' '}
      {factsLine(
        `${momentWords(shown.at, now)}, ${saidBy(shown.author)}`,
        age < oldMinutes ? null : words.ago(durationWords(age)),
        shown.body.word,
        more,
        ...beside.map((other) =>
          words.also(
            `${contactStateText[other.body.state]} ${momentWords(other.at, now)}, ${saidBy(other.author)}`,
          ),
        ),
      )}
    </>
  )
}
