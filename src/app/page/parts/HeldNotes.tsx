import { Link } from 'react-router'
import type { HeldNote } from '#domain/entries/held-note.ts'
import type { Instant } from '#domain/time/instant.ts'
import { received as words } from '#text/nb/screens/received.ts'
import { heldReasonText } from '#text/nb/words/note-mark.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import { useUnlocked } from '../services/unlocked.ts'
import { paths } from '../paths/paths.ts'

type HeldNotesProps = {
  held: readonly HeldNote[]
  now: Instant
}

/** Says that notes wait for a leader: that there are some, from when and why, and nothing of what is in them. */
export function HeldNotes({ held, now }: HeldNotesProps) {
  const { profile } = useUnlocked()
  if (held.length === 0) return null
  const newestFirst = held.toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1))
  return (
    <section className="note" aria-label={words.held(held.length)}>
      <div className="note__head">
        <strong>{words.held(held.length)}</strong>
        {profile.role === 'sectionLeader' ? (
          <Link className="link" to={paths.review.to()}>
            {words.review}
          </Link>
        ) : null}
      </div>
      {newestFirst.map(({ entryId, eventAt, reason }) => (
        <p key={entryId}>
          {words.heldFrom(dayAndMomentWords(eventAt, now), heldReasonText(reason))}
        </p>
      ))}
    </section>
  )
}
