import { Link } from 'react-router'
import type { Patient, TemporaryPatient as Temporary } from '#domain/patient/patient.ts'
import { temporaryNumber } from '#domain/patient/temporary-number.ts'
import { newPatients as words } from '#text/nb/screens/new-patients.ts'
import { withdraw } from '#text/nb/screens/writing/countersign.ts'
import { authorText } from '#text/nb/words/notes/about-note.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import { readNotes } from '../note-parts/read-note.ts'
import { NoteView } from '../parts/NoteView.tsx'
import { paths } from '../paths/paths.ts'
import { useUnlocked } from '../services/unlocked.ts'
import { useNow } from '../services/use-now.ts'
import { useOpened } from '../services/use-opened.ts'
import '../amendment-parts/amendments.css'

/** That no list has her, her number, who registered her, and all that was said then. Nothing for a patient of the lists. */
export function TemporaryPatient({ patient }: { patient: Patient }) {
  const { temporary } = patient
  return temporary === undefined ? null : <Registered patient={patient} temporary={temporary} />
}

function Registered({ patient, temporary }: { patient: Patient; temporary: Temporary }) {
  const now = useNow()
  const { by, registeredAt, entries } = temporary
  const shown = entries.at(-1)
  const note = useOpened(
    async (core) => {
      const { notes } = await readNotes(core, null)
      return notes.find((one) => one.entryId === shown?.entryId) ?? null
    },
    [shown?.entryId],
  )
  return (
    <section className="amendments" aria-label={words.temporary}>
      <h2>{words.temporary}</h2>
      <ul>
        <li>
          <strong>{words.number(temporaryNumber(patient.id))}</strong>
          <span>{words.registeredBy(authorText(by), dayAndMomentWords(registeredAt, now))}</span>
          {shown === undefined || entries.length === 1 ? null : (
            <span>{words.correctedAt(dayAndMomentWords(shown.at, now))}</span>
          )}
          <span>{words.meaning}</span>
          {note?.receivedAt === null ? <strong>{words.onlyHere}</strong> : null}
          <OwnLinks temporary={temporary} />
        </li>
      </ul>
      {note === undefined || note === null ? null : (
        <details>
          <summary>{words.whatWasSaid}</summary>
          <NoteView title={words.whatWasSaid} note={note} marks={note.marks} now={now} />
        </details>
      )}
    </section>
  )
}

/** What is wrong is corrected, or taken back, by whoever registered her. */
function OwnLinks({ temporary: { by, entries } }: { temporary: Temporary }) {
  const { employeeId } = useUnlocked()
  const entryId = entries.at(-1)?.entryId
  if (by.employeeId !== employeeId || entryId === undefined) return null
  return (
    <p className="note__links">
      <Link className="link" to={paths.correct.to({ entryId })}>
        {words.correct}
      </Link>
      <Link className="link" to={paths.withdraw.to({ entryId })}>
        {withdraw.link}
      </Link>
    </p>
  )
}
