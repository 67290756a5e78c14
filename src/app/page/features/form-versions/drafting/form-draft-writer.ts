import type { EntryId } from '#domain/base/ids.ts'
import { editedForm, type FormEdit } from '#domain/form-versions/editing/form-edit.ts'
import type { FormDraft } from '#domain/form-versions/form-draft.ts'
import type { Draft } from '#domain/forms/draft.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import type { Instant } from '#domain/time/instant.ts'
import { type DraftPorts, draftSaving, type SaveState } from '../../../draft-parts/draft-saving.ts'

export type FormDraftState = {
  form: Questionnaire
  /** The form before a question was removed, until something else is changed. */
  undo: Questionnaire | null
  save: SaveState
  isApart: boolean
}

type Begun = FormDraft & { id: EntryId; savedAt: Instant }

/** Keeps the form that a leader writes, and stores it with every change. */
export function formDraftWriter(
  { id, form, before, savedAt }: Begun,
  { draftOf, ...ports }: DraftPorts & { draftOf: (id: EntryId, draft: FormDraft) => Draft },
) {
  const listeners = new Set<() => void>()
  let state: FormDraftState = { form, undo: null, save: { kind: 'untouched' }, isApart: false }

  function show(next: Partial<FormDraftState>): void {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  const saving = draftSaving(
    {
      id,
      savedAt,
      draftOf: (draftId) => draftOf(draftId, { form: state.form, before }),
      onSaved: show,
    },
    ports,
  )

  function change(next: Partial<FormDraftState>): void {
    show({ ...next, save: { kind: 'saving' } })
    saving.changed()
  }

  return {
    id: saving.id,
    state: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    edit(edit: FormEdit): void {
      const undo = edit.kind === 'remove' ? state.form : null
      change({ form: editedForm(state.form, edit), undo })
    },
    undo(): void {
      if (state.undo !== null) change({ form: state.undo, undo: null })
    },
    saveAgain(): void {
      change({})
    },
    hold: saving.hold,
    release: saving.release,
    settled: saving.settled,
  }
}
