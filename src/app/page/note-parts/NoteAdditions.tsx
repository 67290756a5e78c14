import type { NoteAdditions as Additions } from '#domain/entries/note-additions.ts'
import type { Instant } from '#domain/time/instant.ts'
import { aboutNote as words, authorText } from '#text/nb/words/notes/about-note.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { Tag } from '../ui/Tag.tsx'
import '../ui/note.css'

type NoteAdditionsProps = { additions: Additions; needsControl: boolean; now: Instant }

/** What later entries say about a note, in words above its text: the text itself is never changed. */
export function NoteAdditions({ additions, needsControl, now }: NoteAdditionsProps) {
  const { countersigned, withdrawn, corrected } = additions
  return (
    <>
      {withdrawn === null ? null : (
        <p className="note__marks">
          {words.withdrawn}{' '}
          {words.withdrawnBy(
            authorText(withdrawn.author),
            momentWords(withdrawn.at, now),
            withdrawn.reason,
          )}
        </p>
      )}
      {corrected === null ? null : (
        <p className="note__marks">
          {words.correctedBy(
            authorText(corrected.author),
            momentWords(corrected.at, now),
            corrected.reason,
          )}
        </p>
      )}
      {countersigned.map(({ entryId, author, at }) => (
        <p key={entryId}>{words.countersigned(authorText(author), momentWords(at, now))}</p>
      ))}
      {needsControl && countersigned.length === 0 && withdrawn === null ? (
        <p>
          <Tag text={words.needsControl} tone="deadline" />
        </p>
      ) : null}
    </>
  )
}
