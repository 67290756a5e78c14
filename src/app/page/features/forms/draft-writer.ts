import type { Answer } from '#domain/forms/questionnaire-response.ts'
import type { AnswerKey } from '#domain/forms/answer-keys.ts'
import { type Answers, withAnswer } from '#domain/forms/asked-items.ts'
import { draftResponse } from '#domain/forms/response-layout.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { EntryId } from '#domain/base/ids.ts'
import type { Draft } from '#domain/forms/draft.ts'
import type { DraftRepository } from '#domain/vault/draft-repository.ts'

export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Instant }
  | { kind: 'failed' }

export type DraftState = {
  answers: Answers
  reason: string
  save: SaveState
  /** Another tab had changed the same draft: what is typed here is saved as a separate draft from then on. */
  isApart: boolean
}

type DraftPorts = { save: DraftRepository['save']; newId(): EntryId }

/**
 * Keeps what is typed and stores it during typing, one save after the other. It lives outside React, so
 * that no text is lost when a screen is closed.
 */
export function draftWriter(
  draft: Draft,
  begun: Pick<DraftState, 'answers' | 'reason'> & { savedAt: Instant | null },
  { save, newId }: DraftPorts,
) {
  const listeners = new Set<() => void>()
  const { answers, reason } = begun
  let state: DraftState = { answers, reason, save: { kind: 'untouched' }, isApart: false }
  let { id } = draft
  let basis = begun.savedAt
  let isHeld = false
  let isBehind = false
  let running: Promise<void> | null = null

  function show(next: Partial<DraftState>): void {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  function current(): Draft {
    return {
      ...draft,
      id,
      corrects: draft.corrects === null ? null : { ...draft.corrects, reason: state.reason },
      response: draftResponse(draft.response.questionnaire, state.answers),
    }
  }

  const isDue = () => isBehind && !isHeld

  async function store(): Promise<void> {
    while (isDue()) {
      isBehind = false
      // A failure is shown beside the button, with a way to try again; the words stay on the screen.
      const saved = await save(current(), basis).catch(() => null)
      if (saved?.ok === true) {
        basis = saved.value.savedAt
        show({ save: { kind: 'saved', at: basis } })
      } else if (isElsewhere(saved)) {
        id = newId()
        basis = null
        isBehind = true
        show({ isApart: true })
      } else show({ save: { kind: 'failed' } })
    }
    running = null
  }

  function change(next: Partial<DraftState>): void {
    isBehind = true
    show({ ...next, save: { kind: 'saving' } })
    running ??= store()
  }

  return {
    current,
    state: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    answer(key: AnswerKey, given: readonly Answer[]): void {
      change({ answers: withAnswer(state.answers, key, given) })
    },
    /** Adds or takes away what repeats. */
    reshape(shape: (answers: Answers) => Answers): void {
      change({ answers: shape(state.answers) })
    },
    giveReason(reason: string): void {
      change({ reason })
    },
    saveAgain(): void {
      change({})
    },
    /** Stops saving before a signing, so that no late save makes a draft of a signed entry. */
    hold(): void {
      isHeld = true
    },
    /** Resumes saving, because the signing failed. */
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
