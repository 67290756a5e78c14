import * as z from 'zod/mini'

/** Names a form in all its versions, as `besoksnotat`. */
export const FormId = z
  .string()
  .check(z.regex(/^[a-z-]+$/))
  .brand<'FormId'>()
export type FormId = z.infer<typeof FormId>

/** The form that a patient card opens. */
export const visitNoteForm = FormId.parse('besoksnotat')

/** A form's versions are counted from 1. */
export const FormVersion = z.string().check(z.regex(/^\d+$/))

/** Names one version of a form, as `besoksnotat@1`: a draft is always read with the version it was begun with. */
export const FormReference = z
  .string()
  .check(z.regex(/^[a-z-]{1,80}@\d{1,9}$/))
  .brand<'FormReference'>()
export type FormReference = z.infer<typeof FormReference>

export function formReferenceOf(form: { name: FormId; version: string }): FormReference {
  return FormReference.parse(`${form.name}@${form.version}`)
}

export function formIdOf(reference: FormReference): FormId {
  return FormId.parse(reference.split('@')[0])
}
