import type { EmployeeId, EntryId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import type { HeldReason } from '#domain/entries/held-note.ts'
import type { Note } from '#domain/entries/note.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { InboxEntry } from '../base/inbox-entry.ts'
import type { StreamFact } from '../facts/stream-fact.ts'

/**
 * What a leader is asked about. `held`: the note is in no journal, or the fact in no stream, until she takes it in.
 * `marked`: it is there, and she is told something about it.
 */
export type Review = Pick<InboxEntry, 'deviceId' | 'bytesHash'> & {
  world: World
  raisedAt: Instant
  /** As it is, or would be, in the journal; its name is empty for an author without an account. */
  note: Note
  /** The fact that the note is laid out from, and which is taken in; null for a note. */
  fact: StreamFact | null
} & ({ kind: 'held'; reason: HeldReason } | { kind: 'marked' })

export type ReviewDecision =
  | { kind: 'taken' }
  | { kind: 'rejected'; reason: string }
  | { kind: 'seen' }

/** The questions to leaders, as one database transaction sees them. */
export interface ReviewStore {
  /**
   * Takes the place of a question of the same id: a stranger has repeated an entry before it came, and the id is not hers.
   */
  add(review: Review): Promise<void>
  /** Locks a question; null for one that is not there, or not in the scope's zones. */
  lock(entryId: EntryId): Promise<(Review & { decision: ReviewDecision | null }) | null>
  decide(
    entryId: EntryId,
    decided: { decision: ReviewDecision; by: EmployeeId; at: Instant },
  ): Promise<void>
}
