import { useNavigate } from 'react-router'
import { EntryId, ZoneId } from '#domain/base/ids.ts'
import { type FormDraft, storedFormDraft } from '#domain/form-versions/form-draft.ts'
import { paths } from '../../../paths/paths.ts'
import { useServices } from '../../../services/services.ts'
import { useUnlocked } from '../../../services/unlocked.ts'

/** Whoever has no zone keeps her drafts too; the zone of a form's draft is never read. */
const noZone = ZoneId.parse('uten-sone')

/** What a draft of a form is stored with. */
export function useDraftPlace() {
  const { clock, world } = useServices()
  const { profile } = useUnlocked()
  return () => ({ zone: profile.zones[0]?.id ?? noZone, world, now: clock.now() })
}

/** Stores a new draft of a form on the device and opens it: from then on it outlives a reload. */
export function useBeginDraft() {
  const { device, newId } = useServices()
  const navigate = useNavigate()
  const place = useDraftPlace()
  return async (draft: FormDraft): Promise<void> => {
    const draftId = EntryId.parse(newId())
    const saved = await device.core().vault.drafts.save(storedFormDraft(draftId, draft, place()))
    if (saved.ok) await navigate(paths.formDraft.to({ draftId }))
  }
}
