import { Link } from 'react-router'
import { holdsClass } from '#domain/streams/stream-access.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { fetches } from '#text/nb/screens/fetches.ts'
import { forms as formWords } from '#text/nb/screens/forms.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { type WrittenNote, writtenNotes } from '#domain/vault/written-notes.ts'
import { isWhole, type Reading } from '#app/bridge/reading.ts'
import { formTitle } from '../../parts/form-title.ts'
import { HeldNotes } from '../../parts/HeldNotes.tsx'
import { Lacking } from '../../parts/Lacking.tsx'
import { TrustNotices } from '../../parts/TrustNotices.tsx'
import { Unverified } from '../../parts/Unverified.tsx'
import { NoteView } from '../../parts/NoteView.tsx'
import { paths } from '../../paths/paths.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { useNow } from '../../services/use-now.ts'
import { shell } from '#text/nb/screens/shell.ts'

/** Notes about the patient by the employee and her colleagues, also those that the server does not have yet. */
export function Notes({ patient }: { patient: Patient }) {
  const now = useNow()
  const { employeeId, profile } = useUnlocked()
  const isHere = holdsClass(profile.role, 'journal')
  const opened = useOpened(
    async ({ reader, vault }) => {
      const [journal, held, own, forms] = await Promise.all([
        reader.listNotesAbout(patient.id),
        reader.listHeldNotesAbout(patient.id),
        vault.entries.listOwn(),
        reader.listForms(),
      ])
      return {
        journal,
        held: held.kind === 'open' ? held.value : [],
        notes: writtenNotes(
          journal.kind === 'open' ? journal.value : [],
          own.ok ? own.value : [],
          patient.id,
        ),
        forms: forms.kind === 'open' ? forms.value : [],
      }
    },
    [patient.id],
  )

  return (
    <>
      <GroupHeading text={words.notes} />
      {opened === undefined ? <Notice kind="waiting" title={shell.waiting} /> : null}
      {opened === undefined || !isHere || isWhole(opened.journal) ? null : (
        <NotesMissing {...opened} />
      )}
      {isHere ? null : <p>{fetches.notesElsewhere}</p>}
      {opened !== undefined && isWhole(opened.journal) && opened.notes.length === 0 ? (
        <p>{words.noNotes}</p>
      ) : null}
      {opened === undefined ? null : <HeldNotes held={opened.held} now={now} />}
      <Unverified reading={opened?.journal}>
        {opened?.notes.map((note) => (
          <NoteView
            key={note.entryId}
            title={formTitle(note.form, opened.forms)}
            note={note}
            marks={note.marks}
            now={now}
            more={moreWords(note, (at) => momentWords(at, now))}
            beside={
              <>
                {note.receivedAt === null ? <Tag text={words.ownUnsent} tone="deadline" /> : null}
                {note.author.employeeId === employeeId && !note.isCorrected ? (
                  <Link className="link" to={paths.correct.to(note)}>
                    {formWords.correct}
                  </Link>
                ) : null}
              </>
            }
          />
        ))}
      </Unverified>
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

function moreWords(
  { receivedAt, isCorrected }: WrittenNote,
  moment: (at: NonNullable<WrittenNote['receivedAt']>) => string,
): string[] {
  return [
    ...(receivedAt === null ? [] : [words.receivedAt(moment(receivedAt))]),
    ...(isCorrected ? [words.corrected] : []),
  ]
}
