import { useState } from 'react'
import type { DoseAdditions } from '#domain/medicines/dose-marks.ts'
import type { SignedDose } from '#domain/medicines/signed-doses.ts'
import type { SigningRow } from '#domain/medicines/signing-rows.ts'
import type { Instant } from '#domain/time/instant.ts'
import { signingList as words } from '#text/nb/screens/medicines/signing-list.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { Action } from '../../ui/Action.tsx'
import '../../ui/ask-first.css'
import { MarkButtons } from './MarkButtons.tsx'
import type { DoseMarks } from './use-dose-marks.ts'
import { Opened } from '../../ui/focus/Opened.tsx'

type MarkingProps = {
  row: SigningRow
  more: DoseAdditions
  doses: DoseMarks
  before: SignedDose | null
  now: Instant
}

/** A dose that is known to be given is asked about before it is marked again; it may be, all the same. */
export function Marking({ row, more, doses, before, now }: MarkingProps) {
  const [asked, setAsked] = useState<'no' | 'asking' | 'again'>('no')
  const buttons = <MarkButtons {...{ row, more, doses, now }} />
  if (before === null) return buttons
  if (asked === 'again') return <Opened>{buttons}</Opened>
  if (asked === 'no') {
    return (
      <button
        type="button"
        className="link signing__again"
        aria-label={`${words.signAgain}: ${row.medicine} ${row.place.slot ?? ''}`}
        onClick={() => setAsked('asking')}
      >
        {words.signAgain}
      </button>
    )
  }
  return (
    <Opened question={row.medicine} className="ask-first">
      <p>{words.again(row.medicine, momentWords(before.at, now), before.by)}</p>
      <Action rank="second" onPress={() => setAsked('no')}>
        {words.againNo}
      </Action>
      <Action rank="second" onPress={() => setAsked('again')}>
        {words.againYes}
      </Action>
    </Opened>
  )
}
