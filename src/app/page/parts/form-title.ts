import { formIdOf, type FormReference, formReferenceOf } from '#domain/forms/form-reference.ts'
import { countersigningForm, withdrawalForm } from '#domain/entries/forms-about-entries.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { aboutNote } from '#text/nb/words/notes/about-note.ts'

/** The title of a form in its version; its reference where this device has no such form. */
export function formTitle(reference: FormReference, forms: readonly Questionnaire[]): string {
  const id = formIdOf(reference)
  if (reference === countersigningForm) return aboutNote.titles.countersigns
  if (reference === withdrawalForm) return aboutNote.titles.withdraws
  return (
    forms.find((known) => formReferenceOf(known) === reference)?.title ??
    forms.find((known) => known.name === id)?.title ??
    reference
  )
}
