import { useState } from 'react'
import { type Instant, localClock, plusMinutes, startOfMinute } from '#domain/time/instant.ts'
import { minutesUntilTime } from '#domain/time/next-time-of-day.ts'
import { parseWrittenMoment, parseWrittenTime } from '#domain/time/written-moment.ts'
import { ifPowerGoes as words } from '#text/nb/screens/incident/if-power-goes.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { TextField } from '../../../ui/TextField.tsx'

type WhenFieldProps = { now: Instant; from: Instant; onChoose: (moment: Instant) => void }

/** A moment that has not been, as people write it. */
export function WhenField({ now, from, onChoose }: WhenFieldProps) {
  const [fault, setFault] = useState<string | null>(null)
  const [initial] = useState(() => momentWords(from, now))

  function choose(text: string): void {
    const moment = parseComing(text, now)
    const isPast = moment !== null && moment < startOfMinute(now)
    setFault(moment === null ? words.unreadable : isPast ? words.past : null)
    if (moment !== null && !isPast) onChoose(moment)
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget).get('at')
        choose(typeof typed === 'string' ? typed : '')
      }}
    >
      <TextField
        label={words.at}
        help={words.atHelp}
        fault={fault ?? undefined}
        name="at"
        from={initial}
        beside={
          <button type="submit" className="field__now">
            {words.show}
          </button>
        }
      />
    </form>
  )
}

/** A time alone is the next one, also when it is more than half a day ahead. */
function parseComing(text: string, now: Instant): Instant | null {
  const time = parseWrittenTime(text)
  if (time === null) return parseWrittenMoment(text, now)
  return plusMinutes(startOfMinute(now), minutesUntilTime(time, localClock(now).at))
}
