import type { IncidentId, ZoneId } from '#domain/base/ids.ts'
import type { HeldReason } from '#domain/entries/held-note.ts'
import type { Note } from '#domain/entries/note.ts'
import type { QuarantineReason } from '../base/inbox-entry.ts'
import type { Settled } from './effect-place.ts'
import type { CardOpened, UnverifiedOpened } from './projection-ports.ts'
import type { StreamFact } from '../facts/stream-fact.ts'

/** What becomes of an entry. An opening of a card is logged, and one of an unverified list raises an alarm, whoever it was. */
export type Outcome =
  | { kind: 'quarantined'; reason: QuarantineReason }
  | Settled
  /** `notified`: the zones that see that a note waits. */
  | {
      kind: 'held'
      reason: HeldReason
      /** As the leader reads it. */
      note: Note
      notified: readonly ZoneId[]
      /** What the note is laid out from, and what she takes in; null for a note. */
      fact: StreamFact | null
    }
  | { kind: 'applied'; effect: Effect }

type Effect =
  | { kind: 'note'; note: Note }
  /** `note`: as a leader reads it who is told of its marks. */
  | { kind: 'fact'; fact: StreamFact; note: Note }
  | { kind: 'opening'; zone: ZoneId; incident: IncidentId | null; opened: CardOpened }
  | { kind: 'alarm'; opened: UnverifiedOpened }
