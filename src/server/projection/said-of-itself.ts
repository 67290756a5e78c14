import type { Author } from '#domain/base/author.ts'
import { placedInTime } from '#domain/facts/placed-in-time.ts'
import type { NoteMark } from '#domain/entries/note.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { KnownAuthor } from '../accounts/author-store.ts'
import { ownFacts } from '../facts/fact-references.ts'

type NoteTimes = Record<'eventAt' | 'writtenAt' | 'receivedAt', Instant>

/** What is made of what an entry says of itself. Tests hand in one that believes it. */
export type SaidOfItself = {
  /** How a note names its author; `known` is null for one without an account. */
  nameAuthor(known: KnownAuthor | null, said: Author): Author
  markTimes(times: NoteTimes): NoteMark[]
  /** When a fact was said. */
  placeInTime: typeof placedInTime
  /** Which of the facts that a fact names it may have an effect on. */
  ownFacts: typeof ownFacts
}

/** Until when a time counts as the phone's clock being a little fast. */
const aheadMinutes = 5

export const saidOfItself: SaidOfItself = {
  // Her own words for herself are not believed. An author without an account has no name.
  nameAuthor: (known, { employeeId }) =>
    known?.author ?? { employeeId, name: '', title: null, hprNumber: null },

  markTimes({ eventAt, writtenAt, receivedAt }) {
    const latest = plusMinutes(receivedAt, aheadMinutes)
    return [
      ...(eventAt > latest ? ['eventAhead' as const] : []),
      ...(writtenAt > latest ? ['writtenAhead' as const] : []),
    ]
  },

  placeInTime: placedInTime,
  ownFacts,
}
