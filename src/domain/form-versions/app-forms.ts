import { amendmentForm } from '../amendments/amendment.ts'
import { type FormId, FormId as Id, visitNoteForm } from '../forms/form-reference.ts'
import { signingListForm } from '../medicines/dose-form.ts'

/**
 * What the app itself does with a form. read: it reads the answers by their questions, or sums them up by codes, so that
 * another wording would be read wrong. opened: cards and patients lead to it, so that it is always in use.
 */
export type AppNeed = 'read' | 'opened'

/** NEWS2 as the build has it: its sum tells how ill somebody is. */
const newsForm = Id.parse('news')
/** The log that every action card writes in. */
const incidentLogForm = Id.parse('hendelseslogg')

const needsByForm: ReadonlyMap<FormId, AppNeed> = new Map([
  [amendmentForm, 'read'],
  [signingListForm, 'read'],
  [newsForm, 'read'],
  [visitNoteForm, 'opened'],
  [incidentLogForm, 'opened'],
])

/** Null for a form that the app has no need of: a municipality does with it as it likes. */
export function findAppNeed(form: FormId): AppNeed | null {
  return needsByForm.get(form) ?? null
}

/** Whether new versions may be issued of a form that is there. */
export function mayBeChanged(form: FormId): boolean {
  return findAppNeed(form) !== 'read'
}

export function mayBeTakenOutOfUse(form: FormId): boolean {
  return findAppNeed(form) === null
}
