import * as z from 'zod/mini'
import { Coding } from './questionnaire.ts'

/** One value, in exactly one member, with the name that FHIR R4 gives it. */
export const Answer = z.union([
  z.strictObject({ valueBoolean: z.boolean() }),
  z.strictObject({ valueInteger: z.int() }),
  z.strictObject({ valueDecimal: z.number() }),
  z.strictObject({ valueDate: z.string() }),
  z.strictObject({ valueDateTime: z.string() }),
  z.strictObject({ valueTime: z.string() }),
  z.strictObject({ valueString: z.string() }),
  z.strictObject({ valueCoding: Coding }),
])
export type Answer = z.infer<typeof Answer>

export type ResponseItem = {
  linkId: string
  text?: string | undefined
  answer?: Answer[] | undefined
  item?: ResponseItem[] | undefined
}

export const ResponseItem: z.ZodMiniType<ResponseItem> = z.object({
  linkId: z.string(),
  text: z.optional(z.string()),
  answer: z.optional(z.array(Answer)),
  get item() {
    return z.optional(z.array(ResponseItem))
  },
})

/** A completed form in FHIR R4; subject, author and times are in the entry's content. */
export const QuestionnaireResponse = z.object({
  resourceType: z.literal('QuestionnaireResponse'),
  /** The form's `canonicalAddress`. */
  questionnaire: z.string(),
  status: z.enum(['in-progress', 'completed', 'amended']),
  item: z.array(ResponseItem),
})
export type QuestionnaireResponse = z.infer<typeof QuestionnaireResponse>
