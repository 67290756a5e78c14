import { useState } from 'react'
import type { IncidentPart } from '#domain/incidents/coordination-fact.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { type Instant, minutesBetween, plusMinutes } from '#domain/time/instant.ts'
import { changeIncident as words } from '#text/nb/screens/incident/change-incident.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { Chips } from '../../ui/Chips.tsx'
import { WrittenTime } from './WrittenTime.tsx'
import { whatFails } from '#text/nb/screens/incident/what-fails.ts'

const minutesBefore = [0, 15, 30, 60]
const other = 'other'

type ChangeTimesProps = {
  incident: Incident
  now: Instant
  onCorrect: (to: IncidentPart) => void
}

/** When it began, counted from when it was reported, and when it is announced to end. */
export function ChangeTimes({ incident, now, onCorrect }: ChangeTimesProps) {
  const { started, startsAt, announcedEnd } = incident
  const before = Math.round(minutesBetween(startsAt, started.at))
  const isListed = minutesBefore.includes(before)
  const [asksTime, setAsksTime] = useState(!isListed)
  return (
    <>
      <Chips
        label={words.when}
        count="one"
        choices={[
          ...minutesBefore.map((minutes) => {
            const at = momentWords(plusMinutes(started.at, -minutes), now)
            return {
              value: String(minutes),
              label: minutes === 0 ? words.asReported(at) : words.earlier(at, minutes),
            }
          }),
          { value: other, label: words.otherTime },
        ]}
        chosen={[asksTime ? other : String(before)]}
        onChoose={([chosen]) => {
          setAsksTime(chosen === other)
          if (chosen === other) return
          onCorrect({ part: 'startsAt', value: plusMinutes(started.at, -Number(chosen)) })
        }}
      />
      {asksTime ? (
        <WrittenTime
          place={`incident ${incident.id} start`}
          label={whatFails.startsAt}
          help={whatFails.startsAtHelp}
          from={isListed ? null : startsAt}
          now={now}
          onStore={(value) => {
            if (value !== null) onCorrect({ part: 'startsAt', value })
          }}
        />
      ) : null}
      <WrittenTime
        place={`incident ${incident.id} announced end`}
        label={words.announcedEnd}
        help={whatFails.endsAtHelp}
        from={announcedEnd}
        now={now}
        onStore={(value) => onCorrect({ part: 'announcedEnd', value })}
      />
    </>
  )
}
