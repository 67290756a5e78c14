import type { EntryId } from '#domain/base/ids.ts'
import type { Draft } from '#domain/forms/draft.ts'
import type { Instant } from '#domain/time/instant.ts'
import { isStorageLost } from '#app/bridge/storage-lost.ts'
import type { DraftRepository } from '#domain/vault/draft-repository.ts'

export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Instant }
  /** isLost: the browser has deleted what lay on the device, so that another try fails too. */
  | { kind: 'failed'; isLost: boolean }

export type DraftPorts = { save: DraftRepository['save']; newId(): EntryId }

type Saved = {
  save: SaveState
  /** Another tab had changed the same draft: what is typed here is saved as a separate draft from then on. */
  isApart: boolean
}

type DraftSource = {
  id: EntryId
  savedAt: Instant | null
  /** The newest text, as the draft of this id. */
  draftOf: (id: EntryId) => Draft
  onSaved: (saved: Partial<Saved>) => void
}

/** Stores a draft while it is typed, one save after the other. It outlives the screen, so that no text is lost with it. */
export function draftSaving(
  { id: first, savedAt, draftOf, onSaved }: DraftSource,
  { save, newId }: DraftPorts,
) {
  let id = first
  let basis = savedAt
  let isHeld = false
  let isBehind = false
  let running: Promise<void> | null = null

  const isDue = () => isBehind && !isHeld

  async function store(): Promise<void> {
    while (isDue()) {
      isBehind = false
      let isLost = false
      // A failure is shown beside the button, with a way to try again; the words stay on the screen.
      const saved = await save(draftOf(id), basis).catch((error: unknown) => {
        isLost = isStorageLost(error)
        return null
      })
      if (saved?.ok === true) {
        basis = saved.value.savedAt
        onSaved({ save: { kind: 'saved', at: basis } })
      } else if (isElsewhere(saved)) {
        id = newId()
        basis = null
        isBehind = true
        onSaved({ isApart: true })
      } else onSaved({ save: { kind: 'failed', isLost } })
    }
    running = null
  }

  return {
    id: () => id,
    /** What is to be stored has changed. */
    changed(): void {
      isBehind = true
      running ??= store()
    },
    /** Stops saving before the draft ends, so that no late save brings it back. */
    hold(): void {
      isHeld = true
    },
    /** Resumes saving, because the draft has not ended. */
    release(): void {
      isHeld = false
      if (isBehind) running ??= store()
    },
    /** Answers when everything typed so far is stored or has failed. */
    async settled(): Promise<void> {
      await running
    },
  }
}

/** Whether another tab has changed or signed the draft, so that what is typed here needs a draft of its own. */
function isElsewhere(saved: Awaited<ReturnType<DraftRepository['save']>> | null): boolean {
  if (saved === null || saved.ok) return false
  return saved.refusal.kind === 'writtenElsewhere' || saved.refusal.kind === 'alreadySigned'
}
