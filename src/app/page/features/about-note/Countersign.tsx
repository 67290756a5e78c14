import { useState } from 'react'
import { Link } from 'react-router'
import { EntryId } from '#domain/base/ids.ts'
import { countersigningForm } from '#domain/entries/forms-about-entries.ts'
import { formIdOf } from '#domain/forms/form-reference.ts'
import { signingListForm } from '#domain/medicines/dose-form.ts'
import { mayDo } from '#domain/roles/duties.ts'
import type { WrittenNote } from '#domain/vault/written-notes.ts'
import { countersign as words } from '#text/nb/screens/writing/countersign.ts'
import { useServices } from '../../services/services.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useOpened } from '../../services/use-opened.ts'
import { paths } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { NoteAt } from './AboutNoteScreen.tsx'
import { ColleagueSigns } from './ColleagueSigns.tsx'
import { countersigningOf } from './countersigning.ts'
import { Opened } from '../../ui/focus/Opened.tsx'

/** The employee signs herself, or hands the phone to a colleague, who signs with her own code. */
export function Countersign({ note, title, additions }: NoteAt) {
  const { clock, world, newId, device } = useServices()
  const { employeeId, profile } = useUnlocked()
  const [entryId] = useState(() => EntryId.parse(newId()))
  const [isBusy, setBusy] = useState(false)
  const [isHandedOver, setHandedOver] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const here = useOpened((core) => core.vault.entries.findHash(note.entryId), [note.entryId])
  const isOwn = note.author.employeeId === employeeId
  const isAble = mayDo(profile.role, 'countersignNotes')

  if (additions.countersigned.some((one) => one.entryId === entryId)) return <Done note={note} />
  if (additions.withdrawn !== null) return <p>{words.notNeeded}</p>
  const hash = note.hash ?? here
  if (hash === undefined) return null
  if (hash === null) return <Notice kind="empty" title={words.noHash} text={words.noHashText} />
  const signature = () => countersigningOf(note, { entryId, title, hash, now: clock.now(), world })

  const colleagues = <ColleagueSigns note={note} signature={signature} />

  async function signHere() {
    setBusy(true)
    setFault(null)
    const { content, ...entry } = signature()
    const added = await device.core().vault.entries.add({
      ...entry,
      form: countersigningForm,
      content: { ...content, author: profile.author, corrects: null },
      incident: null,
    })
    setBusy(false)
    if (added.ok) void device.core().trigger('written')
    else setFault(added.refusal.kind === 'locked' ? words.locked : words.failed)
  }

  return (
    <div className="stack">
      {isOwn ? <p>{words.ownNote}</p> : isAble ? null : <p>{words.notForRole}</p>}
      {fault === null ? null : (
        <p className="field__fault" role="alert">
          {fault}
        </p>
      )}
      {isOwn || !isAble || isHandedOver ? null : (
        <Action rank="primary" isBusy={isBusy} isDisabled={isBusy} onPress={() => void signHere()}>
          {isBusy ? words.signing : words.sign}
        </Action>
      )}
      {isHandedOver ? <Opened>{colleagues}</Opened> : null}
      {isHandedOver ? null : isOwn ? (
        colleagues
      ) : (
        <Action rank="second" onPress={() => setHandedOver(true)}>
          {words.byOther}
        </Action>
      )}
      {isOwn ? (
        <Link className="link" to={afterwards(note)}>
          {words.later}
        </Link>
      ) : null}
    </div>
  )
}

function afterwards({ patientId, form }: WrittenNote): string {
  if (patientId === null) return paths.write.to()
  return isOnSigningList(form)
    ? paths.signingList.to({ patientId })
    : paths.patient.to({ patientId })
}

function isOnSigningList(form: WrittenNote['form']): boolean {
  return formIdOf(form) === signingListForm
}

function Done({ note: { patientId, form } }: Pick<NoteAt, 'note'>) {
  return (
    <>
      <Notice kind="done" title={words.done} />
      {patientId === null ? null : (
        <>
          {isOnSigningList(form) ? (
            <Action rank="primary" to={paths.signingList.to({ patientId })}>
              {words.toSigningList}
            </Action>
          ) : null}
          <Action rank="second" to={paths.patient.to({ patientId })}>
            {words.toPatient}
          </Action>
        </>
      )}
    </>
  )
}
