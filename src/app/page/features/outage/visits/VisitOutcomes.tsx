import { useState } from 'react'
import type { Patient } from '#domain/patient/patient.ts'
import type { VisitOutcome } from '#domain/people/person-fact.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import { visits as words } from '#text/nb/screens/people/visits.ts'
import { visitOutcomeText } from '#text/nb/words/incident/person-fact.ts'
import type { VisitRow } from '#app/bridge/incident-queries.ts'
import { Chips } from '../../../ui/Chips.tsx'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import { AnswerButton } from '../AnswerButton.tsx'
import type { PersonSaying } from '../use-person-saying.ts'
import { outcomeFacts } from './outcome-facts.ts'
import { keyOfRow } from './visit-key.ts'
import { WhatIsLeft } from './WhatIsLeft.tsx'
import { Opened } from '../../../ui/focus/Opened.tsx'

const outcomes = ['done', 'partly', 'notHome', 'blockedRoad', 'needsTwo'] as const
const minutesAgo = [0, 15, 30, 60]

type VisitOutcomesProps = { row: VisitRow; patient: Patient; saying: PersonSaying; now: Instant }

/** How the visit went and when; done partly says what is left. */
export function VisitOutcomes({ row, patient, saying, now }: VisitOutcomesProps) {
  const [ago, setAgo] = useState(0)
  const [asksLeft, setAsksLeft] = useState(false)
  const ended = row.state.ended?.shown.body.outcome ?? null

  function end(outcome: VisitOutcome, word: string | null) {
    setAsksLeft(false)
    const at = ago === 0 ? null : plusMinutes(now, -ago)
    void saying.say(patient.zone, outcomeFacts(row.state.key, outcome, word), at)
  }

  return (
    <>
      <GroupHeading text={words.how} />
      <div className="visits__when">
        <Chips
          label={words.when}
          count="one"
          choices={minutesAgo.map((minutes) => ({
            value: String(minutes),
            label: minutes === 0 ? words.justNow : words.minutesAgo(minutes),
          }))}
          chosen={[String(ago)]}
          onChoose={([chosen]) => setAgo(Number(chosen))}
        />
      </div>
      {asksLeft ? (
        <Opened>
          <WhatIsLeft
            place={`visit ${keyOfRow(row)} left`}
            onStore={(word) => end('partly', word)}
            onCancel={() => setAsksLeft(false)}
          />
        </Opened>
      ) : (
        <div className="stack visits__outcomes">
          {outcomes.map((outcome) => (
            <AnswerButton
              key={outcome}
              text={visitOutcomeText[outcome]}
              isChosen={ended === outcome}
              onPress={() => (outcome === 'partly' ? setAsksLeft(true) : end(outcome, null))}
            />
          ))}
        </div>
      )}
    </>
  )
}
