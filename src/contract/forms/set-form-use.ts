import * as z from 'zod/mini'
import { FormId } from '#domain/forms/form-reference.ts'
import { Questionnaire } from '#domain/forms/questionnaire.ts'

/** A leader takes a form out of use, so that nobody begins it, or into use again in its newest version. */
export const SetFormUse = z.object({ form: FormId, isInUse: z.boolean() })
export type SetFormUse = z.infer<typeof SetFormUse>

/** The newest version as it is saved. */
export const SetFormUseAnswer = z.object({ form: Questionnaire })
export type SetFormUseAnswer = z.infer<typeof SetFormUseAnswer>
