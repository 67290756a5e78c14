import * as z from 'zod/mini'
import { FormReference } from '#domain/forms/form-reference.ts'
import { Questionnaire } from '#domain/forms/questionnaire.ts'

/** A leader takes a form into use that the municipality has assessed, or out of it again. */
export const AssessForm = z.object({ form: FormReference, isInUse: z.boolean() })
export type AssessForm = z.infer<typeof AssessForm>

/** The form as it is saved. Phones get it with the stream `forms`. */
export const AssessFormAnswer = z.object({ form: Questionnaire })
export type AssessFormAnswer = z.infer<typeof AssessFormAnswer>
