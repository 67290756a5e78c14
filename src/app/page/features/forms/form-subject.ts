import type { FormId } from '#domain/forms/form-reference.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'

/** Whether a form is about one patient; else it is the zone's own log. */
export function isAboutPatient({ subjectType }: Questionnaire): boolean {
  return subjectType.includes('Patient')
}

/** The newest active version of a form. */
export function findActiveForm(id: FormId, forms: readonly Questionnaire[]): Questionnaire | null {
  return (
    forms
      .filter((form) => form.name === id && form.status === 'active')
      .toSorted((a, b) => Number(b.version) - Number(a.version))
      .at(0) ?? null
  )
}
