import type { Questionnaire } from '#domain/forms/questionnaire.ts'

/** The title of a form named as `besoksnotat@1`; the name itself where this device has no such form. */
export function formTitle(form: string, forms: readonly Questionnaire[]): string {
  const [name] = form.split('@')
  return (
    forms.find((known) => `${known.name}@${known.version}` === form)?.title ??
    forms.find((known) => known.name === name)?.title ??
    form
  )
}
