import * as z from 'zod/mini'
import { Coding, Quantity } from './answer-values.ts'

/** One value, in exactly one member, with the name that FHIR R4 gives it. */
export type Answer =
  | { valueBoolean: boolean }
  | { valueInteger: number }
  | { valueDecimal: number }
  | { valueDate: string }
  | { valueDateTime: string }
  | { valueTime: string }
  | { valueString: string }
  | { valueCoding: Coding }
  | { valueQuantity: Quantity }

/** An answer with the items that are nested below its question. */
export type ResponseAnswer = Answer & { item?: ResponseItem[] | undefined }

export type ResponseItem = {
  linkId: string
  text?: string | undefined
  answer?: ResponseAnswer[] | undefined
  /** Of a group, or of a question that has no answer. */
  item?: ResponseItem[] | undefined
}

export const ResponseItem: z.ZodMiniType<ResponseItem> = z.object({
  linkId: z.string(),
  text: z.optional(z.string()),
  get answer() {
    return z.optional(z.array(ResponseAnswer))
  },
  get item() {
    return z.optional(z.array(ResponseItem))
  },
})

const nested = { item: z.optional(z.lazy(() => z.array(ResponseItem))) }

const ResponseAnswer: z.ZodMiniType<ResponseAnswer> = z.union([
  z.strictObject({ valueBoolean: z.boolean(), ...nested }),
  z.strictObject({ valueInteger: z.int(), ...nested }),
  z.strictObject({ valueDecimal: z.number(), ...nested }),
  z.strictObject({ valueDate: z.string(), ...nested }),
  z.strictObject({ valueDateTime: z.string(), ...nested }),
  z.strictObject({ valueTime: z.string(), ...nested }),
  z.strictObject({ valueString: z.string(), ...nested }),
  z.strictObject({ valueCoding: Coding, ...nested }),
  z.strictObject({ valueQuantity: Quantity, ...nested }),
])

/** A completed form in FHIR R4; subject, author and times are in the entry's content. */
export const QuestionnaireResponse = z.object({
  resourceType: z.literal('QuestionnaireResponse'),
  /** The form's `canonicalAddress`. */
  questionnaire: z.string(),
  status: z.enum(['in-progress', 'completed', 'amended']),
  item: z.array(ResponseItem),
})
export type QuestionnaireResponse = z.infer<typeof QuestionnaireResponse>

/** An answer without what is nested below it. */
export function valueOf({ item: _nested, ...value }: ResponseAnswer): Answer {
  return value
}

/** Whether nothing but white space is written. A row that was emptied keeps its place in the draft. */
export function isBlank(answer: Answer): boolean {
  return 'valueString' in answer && answer.valueString.trim() === ''
}
