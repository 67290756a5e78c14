import type { Answer } from '#domain/forms/questionnaire-response.ts'
import type { AnswerKey } from '#domain/forms/answer-keys.ts'
import { type Answers, withAnswer } from '#domain/forms/asked-items.ts'
import { draftResponse } from '#domain/forms/response-layout.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Draft } from '#domain/forms/draft.ts'
import { type DraftPorts, draftSaving, type SaveState } from '../../draft-parts/draft-saving.ts'

export type DraftState = {
  answers: Answers
  reason: string
  save: SaveState
  /** Another tab had changed the same draft: what is typed here is saved as a separate draft from then on. */
  isApart: boolean
}

/**
 * Keeps what is typed and stores it during typing, one save after the other. It lives outside React, so
 * that no text is lost when a screen is closed.
 */
export function draftWriter(
  draft: Draft,
  begun: Pick<DraftState, 'answers' | 'reason'> & { savedAt: Instant | null },
  ports: DraftPorts,
) {
  const listeners = new Set<() => void>()
  const { answers, reason, savedAt } = begun
  let state: DraftState = { answers, reason, save: { kind: 'untouched' }, isApart: false }

  function show(next: Partial<DraftState>): void {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  const draftOf = (id: Draft['id']): Draft => ({
    ...draft,
    id,
    corrects: draft.corrects === null ? null : { ...draft.corrects, reason: state.reason },
    response: draftResponse(draft.response.questionnaire, state.answers),
  })
  const saving = draftSaving({ id: draft.id, savedAt, draftOf, onSaved: show }, ports)

  function change(next: Partial<DraftState>): void {
    show({ ...next, save: { kind: 'saving' } })
    saving.changed()
  }

  return {
    current: () => draftOf(saving.id()),
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
    hold: saving.hold,
    release: saving.release,
    settled: saving.settled,
  }
}
