import { needsDoubleControl } from '#domain/entries/double-control.ts'
import { type FormReference, formReferenceOf } from '#domain/forms/form-reference.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'

/** Whether a note's form, in its version, needs a second employee. Not known of a form that is not on the phone. */
export function needsControl(form: FormReference, forms: readonly Questionnaire[]): boolean {
  return forms.some((known) => formReferenceOf(known) === form && needsDoubleControl(known))
}
