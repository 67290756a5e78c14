import type { ReactNode } from 'react'
import type { EntryId, PatientId } from '#domain/base/ids.ts'
import { type NoteAdditions as Additions, noteAdditions } from '#domain/entries/note-additions.ts'
import type { WrittenNote } from '#domain/vault/written-notes.ts'
import { countersign as words } from '#text/nb/screens/writing/countersign.ts'
import { received } from '#text/nb/screens/received.ts'
import { shell } from '#text/nb/screens/shell.ts'
import { NoteAdditions } from '../../note-parts/NoteAdditions.tsx'
import { needsControl } from '#domain/entries/double-control.ts'
import { findWrittenNote } from '../../note-parts/read-note.ts'
import { formTitle } from '../../parts/form-title.ts'
import { NoteView } from '../../parts/NoteView.tsx'
import { patientNames } from '../../parts/patient-names.ts'
import { useNow } from '../../services/use-now.ts'
import { useOpened } from '../../services/use-opened.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'

export type NoteAddress = { entryId: EntryId; patientId?: PatientId | undefined }

/** A note with its title and what is said about it. */
export type NoteAt = { note: WrittenNote; title: string; additions: Additions }

type AboutNoteScreenProps = NoteAddress & {
  title: string
  meaning: string
  /** What can be done about the note, which stands above. */
  children: (at: NoteAt) => ReactNode
}

/** A note as it was signed, and something that is signed about it. */
export function AboutNoteScreen({ title, meaning, children, ...address }: AboutNoteScreenProps) {
  const now = useNow()
  const { entryId, patientId } = address
  const opened = useOpened((core) => findWrittenNote(core, address), [entryId, patientId])
  const patients = useOpened(
    (core) => core.queries.patientsByName(patientId === undefined ? [] : [patientId]),
    [patientId],
  )
  const nameOf = patientNames(patients, { unknown: received.unknownPatient, now })
  if (opened === undefined || opened === null) {
    return (
      <Screen kind="reading" title={title} busy={opened === undefined}>
        {opened === undefined ? (
          <Notice kind="waiting" title={shell.waiting} />
        ) : (
          <Notice kind="empty" title={words.unknown} text={words.unknownText} />
        )}
      </Screen>
    )
  }
  const { note, notes, forms } = opened
  const additions = noteAdditions(notes)(note)
  const noteTitle = formTitle(note.form, forms)
  return (
    <Screen kind="reading" title={title} under={meaning}>
      <NoteView
        title={`${noteTitle} · ${patientId === undefined ? received.zoneLog : nameOf(patientId)}`}
        note={note}
        marks={note.marks}
        now={now}
        additions={
          <NoteAdditions additions={additions} needsControl={needsControl(note, forms)} now={now} />
        }
      />
      {children({ note, title: noteTitle, additions })}
    </Screen>
  )
}
