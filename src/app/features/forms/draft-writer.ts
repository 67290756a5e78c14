import type { Answer } from '#domain/questionnaire-response.ts'
import { type Answers, withAnswer } from '#domain/questionnaire-rules.ts'
import type { Instant } from '#domain/instant.ts'
import type { Result } from '#domain/result.ts'
import type { Draft } from '#storage/draft.ts'
import { draftResponse } from './draft-response.ts'

export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Instant }
  | { kind: 'failed' }

export type DraftState = { answers: Answers; reason: string; save: SaveState }

type Save = (draft: Draft) => Promise<Result<{ savedAt: Instant }, unknown>>

/**
 * Holds what is typed and stores it as it is typed, one save after the other. It lives outside React,
 * so that no screen that goes away takes a word with it.
 */
export function draftWriter(draft: Draft, begun: Omit<DraftState, 'save'>, save: Save) {
  const listeners = new Set<() => void>()
  let state: DraftState = { ...begun, save: { kind: 'untouched' } }
  let isBehind = false
  let running: Promise<void> | null = null

  function show(next: Partial<DraftState>): void {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  function current(): Draft {
    return {
      ...draft,
      corrects: draft.corrects === null ? null : { ...draft.corrects, reason: state.reason },
      response: draftResponse(draft.response.questionnaire, state.answers),
    }
  }

  async function store(): Promise<void> {
    while (isBehind) {
      isBehind = false
      // A failure is shown beside the button, with a way to try again; the words stay on the screen.
      const saved = await save(current()).catch(() => null)
      const isSaved = saved?.ok === true
      show({ save: isSaved ? { kind: 'saved', at: saved.value.savedAt } : { kind: 'failed' } })
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
    answer(linkId: string, given: readonly Answer[]): void {
      change({ answers: withAnswer(state.answers, linkId, given) })
    },
    giveReason(reason: string): void {
      change({ reason })
    },
    saveAgain(): void {
      change({})
    },
    /** Answers when everything typed so far is stored or has failed. */
    async settled(): Promise<void> {
      await running
    },
  }
}
