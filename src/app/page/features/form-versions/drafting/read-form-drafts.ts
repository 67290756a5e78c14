import type { EntryId } from '#domain/base/ids.ts'
import { type FormDraft, isFormDraft, openFormDraft } from '#domain/form-versions/form-draft.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Core } from '#app/bridge/core.ts'

export type KnownFormDraft = FormDraft & { id: EntryId; savedAt: Instant }

/** The leader's drafts of forms on this device, newest first; `damaged` counts those that this build cannot read. */
export async function readFormDrafts({
  vault,
}: Core): Promise<{ drafts: KnownFormDraft[]; damaged: number }> {
  const listed = await vault.drafts.list()
  const stored = listed.ok ? listed.value.drafts.filter(({ draft }) => isFormDraft(draft)) : []
  const drafts = stored.flatMap(({ draft, savedAt }) => {
    const opened = openFormDraft(draft)
    return opened === null ? [] : [{ ...opened, id: draft.id, savedAt }]
  })
  return { drafts, damaged: stored.length - drafts.length }
}
