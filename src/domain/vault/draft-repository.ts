import type { EntryId } from '../base/ids.ts'
import type { Instant } from '../time/instant.ts'
import type { Result } from '../base/result.ts'
import type { Draft } from '../forms/draft.ts'
import type { Locked } from './locked.ts'

export type StoredDraft = { draft: Draft; savedAt: Instant }

/** The unlocked employee's drafts. Colleagues on the same device neither see nor open them. */
export interface DraftRepository {
  /**
   * Durable when it answers. Saves of one draft are stored in the order they were asked for.
   * A draft that is signed meanwhile stays signed. With `basis`, the `savedAt` of what was read (null
   * for nothing), what another tab has stored since is not written over.
   */
  save(
    draft: Draft,
    basis?: Instant | null,
  ): Promise<
    Result<{ savedAt: Instant }, Locked | { kind: 'alreadySigned' } | { kind: 'writtenElsewhere' }>
  >
  find(id: EntryId): Promise<Result<StoredDraft | null, Locked | { kind: 'damaged' }>>
  /** Newest first; `damaged` counts those that did not open. They are kept. */
  list(): Promise<Result<{ drafts: StoredDraft[]; damaged: number }, Locked>>
  /** The employee threw it away. */
  remove(id: EntryId): Promise<Result<null, Locked>>
}
