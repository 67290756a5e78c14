import { formIdOf, type FormReference, formReferenceOf } from '#domain/forms/form-reference.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'

/** The title of a form in its version; its reference where this device has no such form. */
export function formTitle(reference: FormReference, forms: readonly Questionnaire[]): string {
  const id = formIdOf(reference)
  return (
    forms.find((known) => formReferenceOf(known) === reference)?.title ??
    forms.find((known) => known.name === id)?.title ??
    reference
  )
}
