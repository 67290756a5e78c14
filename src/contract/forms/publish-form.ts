import * as z from 'zod/mini'
import { FormVersion } from '#domain/forms/form-reference.ts'
import { Questionnaire } from '#domain/forms/questionnaire.ts'

/** A leader issues a version of a form. Its number, its address and who issued it are the server's to say. */
export const PublishForm = z.object({
  form: Questionnaire,
  /** The newest version as she saw it, null for a new form: what another leader issued meanwhile is not passed over. */
  before: z.nullable(FormVersion),
})
export type PublishForm = z.infer<typeof PublishForm>

/** The version as it is issued. Phones get it with the stream `forms`. */
export const PublishFormAnswer = z.object({ form: Questionnaire })
export type PublishFormAnswer = z.infer<typeof PublishFormAnswer>
