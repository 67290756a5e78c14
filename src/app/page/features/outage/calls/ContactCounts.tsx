import { contactStateText, notContactedText } from '#text/nb/words/incident/person-fact.ts'
import { awayCountText } from '#text/nb/words/amendments/amendment.ts'
import type { ContactReading } from '#app/bridge/incident-queries.ts'

const left = ['needsVisit', 'noAnswer', 'notContacted'] as const

/** People in each state in which nobody has heard or seen them, each person once; and who of them is not at home. */
export function ContactCounts({ counts, away }: Pick<ContactReading, 'counts' | 'away'>) {
  const awayText = awayCountText(away)
  const shown = left.filter((state) => counts.byState[state] > 0)
  // The chip has said it where all are in the same state.
  if (shown.length < 2 && awayText === null) return null
  return (
    <p className="outage__totals">
      {shown.map((state) => (
        <span key={state}>
          {state === 'notContacted' ? notContactedText : contactStateText[state]}{' '}
          {counts.byState[state]}
        </span>
      ))}
      {awayText === null ? null : <span>{awayText}</span>}
    </p>
  )
}
