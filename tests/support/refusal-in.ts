import type { SaveAccountAnswer } from '#contract/accounts/accounts.ts'

/** Why a change of accounts was refused; null when it was saved. */
export function refusalIn(answer: SaveAccountAnswer): string | null {
  return answer.kind === 'refused' ? answer.refusal.kind : null
}
