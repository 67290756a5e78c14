import type { ReactNode } from 'react'
import type { EntryId } from '#domain/base/ids.ts'
import type { Author } from '#domain/base/author.ts'
import type { NoteMark } from '#domain/entries/note.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { QuestionnaireResponse } from '#domain/forms/questionnaire-response.ts'
import { responseLines } from '#domain/forms/response-lines.ts'
import { answerText } from '#text/nb/words/answer.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { noteMarkText, unknownAuthorText } from '#text/nb/words/note-mark.ts'
import { capitalized, dayAndMomentWords } from '#text/nb/words/time.ts'
import { factsLine } from './facts-line.ts'
import '../ui/note.css'

type NoteViewProps = {
  title: string
  note: {
    entryId: EntryId
    author: Author
    eventAt: Instant
    corrects: { reason: string } | null
    response: QuestionnaireResponse
  }
  now: Instant
  beside?: ReactNode
  /** What else is said about the note, such as when it was received. */
  more?: readonly string[]
  /** What the server says about it. */
  marks?: readonly NoteMark[]
  /** Below the answers. */
  children?: ReactNode
}

/** A signed form: who and when, then questions and answers. It does not need the form's definition. */
export function NoteView({ title, note, now, beside, more, marks, children }: NoteViewProps) {
  const { author, eventAt, corrects, response } = note
  const who = [author.name === '' ? unknownAuthorText : author.name, author.title]
    .filter(Boolean)
    .join(', ')
  return (
    <article className="note" aria-label={`${title}, ${dayAndMomentWords(eventAt, now)}`}>
      <div className="note__head">
        <strong>{factsLine(title, dayAndMomentWords(eventAt, now))}</strong>
        {beside}
      </div>
      <p className="note__who">{factsLine(who, ...(more ?? []))}</p>
      {marks === undefined || marks.length === 0 ? null : (
        <p className="note__marks">{capitalized(marks.map(noteMarkText).join(', '))}.</p>
      )}
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
