import { shell } from '#text/nb/screens/shell.ts'
import './shell.css'

type Instrument = { label: string; value: string; needsAttention: boolean }

type InstrumentLineProps = {
  /** How old the lists are, in words; null when there are none, undefined while they are opened. */
  listsFrom: { words: string; isOld: boolean } | null | undefined
  unsent: number
  unreceipted: number
}

/** The three numbers on top of every screen. Silence is the good state: no cell is ever green. */
export function InstrumentLine({ listsFrom, unsent, unreceipted }: InstrumentLineProps) {
  const instruments: Instrument[] = [
    {
      label: shell.listsFrom,
      value: listsFrom === undefined ? shell.openingLists : (listsFrom?.words ?? shell.noLists),
      needsAttention: listsFrom === null || listsFrom?.isOld === true,
    },
    { label: shell.unsent, value: String(unsent), needsAttention: unsent > 0 },
    { label: shell.unreceipted, value: String(unreceipted), needsAttention: unreceipted > 0 },
  ]
  return (
    <dl className="instruments" aria-label={shell.instruments}>
      {instruments.map(({ label, value, needsAttention }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={needsAttention ? 'instruments__attention' : ''}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
