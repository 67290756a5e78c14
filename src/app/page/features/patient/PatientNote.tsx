import { Link } from 'react-router'
import type { NoteAdditions as Additions } from '#domain/entries/note-additions.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { WrittenNote } from '#domain/vault/written-notes.ts'
import { countersign, withdraw } from '#text/nb/screens/writing/countersign.ts'
import { forms as formWords } from '#text/nb/screens/forms.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { NoteAdditions } from '../../note-parts/NoteAdditions.tsx'
import { needsControl } from '#domain/entries/double-control.ts'
import { formTitle } from '../../parts/form-title.ts'
import { NoteView } from '../../parts/NoteView.tsx'
import { useUnlocked } from '../../services/unlocked.ts'
import { paths } from '../../paths/paths.ts'
import { Tag } from '../../ui/Tag.tsx'

type PatientNoteProps = {
  note: WrittenNote
  additions: Additions
  forms: readonly Questionnaire[]
  now: Instant
}

/** A note on the patient's card, with what has been said about it and what can be. */
export function PatientNote({ note, additions, forms, now }: PatientNoteProps) {
  const { receivedAt, form } = note
  const needed = needsControl(note, forms)
  return (
    <NoteView
      title={formTitle(form, forms)}
      note={note}
      marks={note.marks}
      now={now}
      more={receivedAt === null ? [] : [words.receivedAt(momentWords(receivedAt, now))]}
      beside={receivedAt === null ? <Tag text={words.ownUnsent} tone="deadline" /> : null}
      additions={<NoteAdditions additions={additions} needsControl={needed} now={now} />}
    >
      <NoteLinks note={note} additions={additions} isControlled={needed} />
    </NoteView>
  )
}

type NoteLinksProps = { note: WrittenNote; additions: Additions; isControlled: boolean }

/** Her own note is corrected or taken back by its author alone; one that needs it is countersigned by anybody else. */
function NoteLinks({ note, additions, isControlled }: NoteLinksProps) {
  const { employeeId } = useUnlocked()
  const { entryId, patientId, countersigns, withdraws } = note
  const isAboutAnother = countersigns !== undefined || withdraws !== undefined
  if (additions.withdrawn !== null || isAboutAnother) return null
  const isOwn = note.author.employeeId === employeeId
  const address = { entryId, patientId: patientId ?? undefined }
  return (
    <p className="note__links">
      {isControlled && additions.countersigned.length === 0 ? (
        <Link className="link" to={paths.countersign.to(address)}>
          {countersign.title}
        </Link>
      ) : null}
      {isOwn && additions.corrected === null ? (
        <Link className="link" to={paths.correct.to(note)}>
          {formWords.correct}
        </Link>
      ) : null}
      {isOwn ? (
        <Link className="link" to={paths.withdraw.to(address)}>
          {withdraw.link}
        </Link>
      ) : null}
    </p>
  )
}
