import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { countersign, withdraw as words } from '#text/nb/screens/writing/countersign.ts'
import { forms } from '#text/nb/screens/forms.ts'
import { useServices } from '../../services/services.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { paths } from '../../paths/paths.ts'
import { DiscardDraft } from '../../draft-parts/DiscardDraft.tsx'
import { Action } from '../../ui/Action.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { NoteAt } from './AboutNoteScreen.tsx'
import { reasonWriter } from './reason-writer.ts'
import { type WithdrawalDraft, withdrawalOf } from './withdrawal.ts'
import { useFocusAtFault } from '../../ui/focus/use-focus-at-fault.ts'

export function WithdrawForm({ note, title, draft }: NoteAt & { draft: WithdrawalDraft }) {
  const { device, clock } = useServices()
  const { profile } = useUnlocked()
  const navigate = useNavigate()
  const [isKept, setKept] = useState(true)
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | undefined>()
  const { place, attempted } = useFocusAtFault<HTMLDivElement>({ isBusy })
  const [writer] = useState(() =>
    reasonWriter(draft, {
      save: (...args) => device.core().vault.drafts.save(...args),
      onKept: setKept,
    }),
  )
  useEffect(() => device.beforeLock(writer.settled), [device, writer])

  async function sign() {
    attempted()
    const reason = writer.reason().trim()
    if (reason === '') return setFault(words.reasonMissing)
    setBusy(true)
    await writer.settled()
    const entry = withdrawalOf(draft, {
      note,
      title,
      reason,
      author: profile.author,
      now: clock.now(),
    })
    const added = await device.core().vault.entries.add(entry)
    setBusy(false)
    if (!added.ok && added.refusal.kind !== 'alreadySigned') {
      return setFault(added.refusal.kind === 'locked' ? countersign.locked : countersign.failed)
    }
    void device.core().trigger('written')
    await navigate(paths.sent.to({ isSigned: true }), { replace: true })
  }

  async function discard() {
    await writer.settled()
    await device.core().vault.drafts.remove(draft.id)
    await navigate(
      note.patientId === null ? paths.write.to() : paths.patient.to({ patientId: note.patientId }),
      { replace: true },
    )
  }

  return (
    <div ref={place} className="stack">
      <TextField
        label={words.reason}
        isRequired
        help={words.reasonHelp}
        kind="long"
        maxLength={2000}
        from={draft.withdraws.reason}
        fault={isKept ? fault : forms.saveFailed}
        onType={writer.type}
      />
      <Action rank="primary" isBusy={isBusy} isDisabled={isBusy} onPress={() => void sign()}>
        {isBusy ? words.signing : words.sign}
      </Action>
      <DiscardDraft onDiscard={() => void discard()} />
    </div>
  )
}
