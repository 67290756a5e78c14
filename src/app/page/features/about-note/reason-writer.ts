import type { DraftRepository } from '#domain/vault/draft-repository.ts'
import type { WithdrawalDraft } from './withdrawal.ts'

/** Stores the reason of a withdrawal with every letter, as a draft of its own. */
export function reasonWriter(
  begun: WithdrawalDraft,
  { save, onKept }: { save: DraftRepository['save']; onKept(isKept: boolean): void },
) {
  let draft = begun
  let last: Promise<void> = Promise.resolve()

  async function store(written: WithdrawalDraft): Promise<void> {
    // The words stay in the field, and the screen says that they are not stored.
    const saved = await save(written).catch(() => null)
    onKept(saved?.ok === true)
  }

  return {
    reason: () => draft.withdraws.reason,
    type(reason: string): void {
      draft = { ...draft, withdraws: { ...draft.withdraws, reason } }
      last = store(draft)
    },
    settled: () => last,
  }
}
