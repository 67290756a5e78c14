import { useRef } from 'react'
import { whatFails as words } from '#text/nb/screens/incident/what-fails.ts'
import { Chips } from '../../ui/Chips.tsx'
import { KeptTextField } from '../../parts/KeptTextField.tsx'
import { useKeptText } from '../../services/use-kept-text.ts'
import { type PlannedStart, startPlaces, type TimeFault } from './start-plan.ts'

const minutesAgo = [0, 15, 30, 60]
const other = 'other'

type BeginChoiceProps = {
  begins: PlannedStart
  fault: TimeFault | null
  onChoose: (begins: PlannedStart) => void
}

/** When it began, in one press; another time, also one in the future, is typed. */
export function BeginChoice({ begins, fault, onChoose }: BeginChoiceProps) {
  return (
    <>
      <Chips
        label={words.when}
        count="one"
        choices={[
          ...minutesAgo.map((minutes) => ({
            value: String(minutes),
            label: minutes === 0 ? words.nowChoice : words.minutesAgo(minutes),
          })),
          { value: other, label: words.otherTime },
        ]}
        chosen={[begins.kind === 'ago' ? String(begins.minutes) : other]}
        onChoose={([chosen]) =>
          onChoose(
            chosen === other
              ? { kind: 'typed', start: '', end: '' }
              : { kind: 'ago', minutes: Number(chosen) },
          )
        }
      />
      {begins.kind === 'ago' ? null : (
        <TypedTimes begins={begins} fault={fault} onChoose={onChoose} />
      )}
    </>
  )
}

type TypedTimesProps = Omit<BeginChoiceProps, 'begins'> & {
  begins: Extract<PlannedStart, { kind: 'typed' }>
}

/** Times as people write them, which a lock does not take away. */
function TypedTimes({ begins, fault, onChoose }: TypedTimesProps) {
  const start = useKeptText(startPlaces.start)
  const end = useKeptText(startPlaces.end)
  // What was kept of both comes in one moment, before the first is in the plan.
  const typed = useRef(begins)

  function type(part: { start: string } | { end: string }): void {
    typed.current = { ...typed.current, ...part }
    onChoose(typed.current)
  }

  return (
    <>
      <KeptTextField
        keeping={start}
        label={words.startsAt}
        isRequired
        help={words.startsAtHelp}
        from={begins.start}
        fault={fault?.kind === 'unreadableStart' ? words.unreadableTime : undefined}
        onType={(text) => type({ start: text })}
      />
      <KeptTextField
        keeping={end}
        label={words.endsAt}
        help={words.endsAtHelp}
        from={begins.end}
        fault={endFault(fault)}
        onType={(text) => type({ end: text })}
      />
    </>
  )
}

function endFault(fault: TimeFault | null): string | undefined {
  if (fault?.kind === 'unreadableEnd') return words.unreadableTime
  return fault?.kind === 'endsBeforeStart' ? words.endsBeforeStart : undefined
}
