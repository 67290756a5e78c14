import { useState } from 'react'
import { EntryId } from '#domain/base/ids.ts'
import { withdraw as words } from '#text/nb/screens/writing/countersign.ts'
import { useServices } from '../../services/services.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useOpened } from '../../services/use-opened.ts'
import { Notice } from '../../ui/Notice.tsx'
import { AboutNoteScreen, type NoteAddress, type NoteAt } from './AboutNoteScreen.tsx'
import { WithdrawForm } from './WithdrawForm.tsx'
import { beginWithdrawal } from './withdrawal.ts'

/** Something was written that should not have been: its author says so, and nothing is erased. */
export function WithdrawScreen(address: NoteAddress) {
  return (
    <AboutNoteScreen {...address} title={words.title} meaning={words.meaning}>
      {(at) => <Withdraw {...at} />}
    </AboutNoteScreen>
  )
}

function Withdraw(at: NoteAt) {
  const { clock, world, newId } = useServices()
  const { employeeId } = useUnlocked()
  const [id] = useState(() => EntryId.parse(newId()))
  const { note, additions } = at
  const draft = useOpened(
    (core) => beginWithdrawal(core, note, { id, now: clock.now(), world }),
    [note.entryId],
  )
  if (additions.withdrawn !== null) return <Notice kind="done" title={words.already} />
  if (note.author.employeeId !== employeeId) {
    return <Notice kind="empty" title={words.notYours} text={words.notYoursText} />
  }
  return draft === undefined ? null : <WithdrawForm key={draft.id} {...at} draft={draft} />
}
