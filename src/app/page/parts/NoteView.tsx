import type { ReactNode } from 'react'
import type { EntryId } from '#domain/base/ids.ts'
import type { Author } from '#domain/base/author.ts'
import type { NoteMark } from '#domain/entries/note.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { QuestionnaireResponse } from '#domain/forms/questionnaire-response.ts'
import { responseLines } from '#domain/forms/response-lines.ts'
import { answerText } from '#text/nb/words/answer.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { aboutNote, authorText } from '#text/nb/words/notes/about-note.ts'
import { noteMarkText } from '#text/nb/words/note-mark.ts'
import { capitalized, dayAndMomentWords, momentWords } from '#text/nb/words/time.ts'
import { factsLine } from './facts-line.ts'
import '../ui/note.css'

type NoteViewProps = {
  title: string
  note: {
    entryId: EntryId
    author: Author
    eventAt: Instant
    writtenAt: Instant
    corrects: { reason: string } | null
    response: QuestionnaireResponse
  }
  now: Instant
  beside?: ReactNode
  /** What else is said about the note, such as when it was received. */
  more?: readonly string[]
  /** What the server says about it. */
  marks?: readonly NoteMark[]
  /** What later entries say about it, above the answers. */
  additions?: ReactNode
  /** Below the answers. */
  children?: ReactNode
}

/** A signed form: who and when, then questions and answers. It does not need the form's definition. */
export function NoteView(props: NoteViewProps) {
  const { title, note, now, beside, more, marks, additions, children } = props
  const { author, eventAt, writtenAt, corrects, response } = note
  const written = momentWords(writtenAt, now)
  // One minute of the two is enough to say twice: most notes are signed when the visit is over.
  const times = written === momentWords(eventAt, now) ? [] : [aboutNote.writtenAt(written)]
  return (
    <article className="note" aria-label={`${title}, ${dayAndMomentWords(eventAt, now)}`}>
      <div className="note__head">
        <strong>{factsLine(title, dayAndMomentWords(eventAt, now))}</strong>
        {beside}
      </div>
      <p className="note__who">{factsLine(authorText(author), ...times, ...(more ?? []))}</p>
      {marks === undefined || marks.length === 0 ? null : (
        <p className="note__marks">{capitalized(marks.map(noteMarkText).join(', '))}.</p>
      )}
      {additions}
      {corrects === null ? null : <p>{words.corrects(corrects.reason)}</p>}
      <dl>
        {responseLines(response, answerText).map(({ linkId, label, text }, at) => (
          <div key={`${linkId} ${at}`}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {children}
    </article>
  )
}
