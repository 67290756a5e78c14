import { whatFails as words } from '#text/nb/screens/incident/what-fails.ts'
import { Chips } from '../../ui/Chips.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { PlannedStart, TimeFault } from './start-plan.ts'

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
        <>
          <TextField
            label={words.startsAt}
            help={words.startsAtHelp}
            from={begins.start}
            fault={fault?.kind === 'unreadableStart' ? words.unreadableTime : undefined}
            onType={(start) => onChoose({ ...begins, start })}
          />
          <TextField
            label={words.endsAt}
            help={words.endsAtHelp}
            from={begins.end}
            fault={endFault(fault)}
            onType={(end) => onChoose({ ...begins, end })}
          />
        </>
      )}
    </>
  )
}

function endFault(fault: TimeFault | null): string | undefined {
  if (fault?.kind === 'unreadableEnd') return words.unreadableTime
  return fault?.kind === 'endsBeforeStart' ? words.endsBeforeStart : undefined
}
