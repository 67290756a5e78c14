import { noteAdditions, standingNotes } from '#domain/entries/note-additions.ts'
import { holdsClass } from '#domain/streams/stream-access.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { fetches } from '#text/nb/screens/fetches.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import type { WrittenNote } from '#domain/vault/written-notes.ts'
import { isWhole, type Reading } from '#app/bridge/reading.ts'
import { ComingNotes } from '../../note-parts/ComingNotes.tsx'
import { HeldNotes } from '../../parts/HeldNotes.tsx'
import { Lacking } from '../../parts/Lacking.tsx'
import { TrustNotices } from '../../parts/TrustNotices.tsx'
import { Unverified } from '../../parts/Unverified.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useNow } from '../../services/use-now.ts'
import { shell } from '#text/nb/screens/shell.ts'
import { readNotes } from '../../note-parts/read-note.ts'
import { PatientNote } from './PatientNote.tsx'

/** Notes about the patient by the employee and her colleagues, also those that the server does not have yet. */
export function Notes({ patient }: { patient: Patient }) {
  const now = useNow()
  const { profile } = useUnlocked()
  const isHere = holdsClass(profile.role, 'journal')
  const opened = useOpened(
    async (core) => {
      const [read, held] = await Promise.all([
        readNotes(core, patient.id),
        core.reader.listHeldNotesAbout(patient.id),
      ])
      return { ...read, held: held.kind === 'open' ? held.value : [] }
    },
    [patient.id],
  )

  const notes = standingNotes(opened?.notes ?? [])
  const unsent = notes.filter(({ receivedAt }) => receivedAt === null)
  const received = notes.filter(({ receivedAt }) => receivedAt !== null)
  const additionsOf = noteAdditions(opened?.notes ?? [])
  const rows = (shown: readonly WrittenNote[]) =>
    shown.map((note) => (
      <PatientNote
        key={note.entryId}
        note={note}
        additions={additionsOf(note)}
        forms={opened?.forms ?? []}
        now={now}
      />
    ))

  return (
    <>
      {unsent.length === 0 ? null : (
        <>
          <GroupHeading text={words.notesUnsent} />
          {rows(unsent)}
        </>
      )}
      <GroupHeading text={words.notes} />
      {opened === undefined ? <Notice kind="waiting" title={shell.waiting} /> : null}
      {opened === undefined || !isHere || isWhole(opened.journal) ? null : (
        <NotesMissing {...opened} />
      )}
      {isHere ? null : <p>{fetches.notesElsewhere}</p>}
      {opened !== undefined && isWhole(opened.journal) && notes.length === 0 ? (
        <p>{words.noNotes}</p>
      ) : null}
      <ComingNotes zones={[patient.zone]} now={now} />
      {opened === undefined ? null : <HeldNotes held={opened.held} now={now} />}
      <Unverified reading={opened?.journal}>{rows(received)}</Unverified>
    </>
  )
}

function NotesMissing({ journal }: { journal: Reading<unknown> }) {
  if (journal.kind === 'open' && journal.damaged + journal.missing === 0) {
    return <Lacking reading={journal} />
  }
  return (
    <>
      <TrustNotices reading={journal} />
      <Notice kind="empty" title={words.notesMissing} text={words.notesMissingText} />
    </>
  )
}
