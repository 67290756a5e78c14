import type { EntryId } from '../base/ids.ts'
import type { Instant } from '../time/instant.ts'
import type { Result } from '../base/result.ts'
import type { Draft } from '../forms/draft.ts'
import type { Locked } from './locked.ts'

export type StoredDraft = { draft: Draft; savedAt: Instant }

/** The unlocked employee's drafts. Colleagues on the same device neither see nor open them. */
export interface DraftRepository {
  /**
   * Stores a draft durably before it answers. Saves of one draft are stored in the order of the calls.
   * A draft that is signed meanwhile stays signed. With `basis`, the `savedAt` of what was read (null
   * for nothing), a save never overwrites what another tab has stored since.
   */
  save(
    draft: Draft,
    basis?: Instant | null,
  ): Promise<
    Result<{ savedAt: Instant }, Locked | { kind: 'alreadySigned' } | { kind: 'writtenElsewhere' }>
  >
  find(id: EntryId): Promise<Result<StoredDraft | null, Locked | { kind: 'damaged' }>>
  /** Lists drafts, newest first; `damaged` counts those that did not open. They are kept. */
  list(): Promise<Result<{ drafts: StoredDraft[]; damaged: number }, Locked>>
  /** Deletes a draft that the employee has discarded. */
  remove(id: EntryId): Promise<Result<null, Locked>>
}
