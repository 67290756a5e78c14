import * as z from 'zod/mini'
import { Extension } from './extension.ts'

/** A choice as a form lists it. The points that it gives in a sum are among its extensions. */
export const FormCoding = z.looseObject({
  system: z.optional(z.string()),
  code: z.string(),
  display: z.optional(z.string()),
  extension: z.optional(z.array(Extension)),
})
export type FormCoding = z.infer<typeof FormCoding>

/** A value that a form offers or begins with, in the member that FHIR gives its type. */
export const AnswerOption = z.looseObject({
  valueCoding: z.optional(FormCoding),
  valueString: z.optional(z.string()),
  valueInteger: z.optional(z.int()),
  valueDecimal: z.optional(z.number()),
  valueBoolean: z.optional(z.boolean()),
  valueDate: z.optional(z.string()),
  valueDateTime: z.optional(z.string()),
  valueTime: z.optional(z.string()),
  valueQuantity: z.optional(
    z.looseObject({
      value: z.optional(z.number()),
      unit: z.optional(z.string()),
      system: z.optional(z.string()),
      code: z.optional(z.string()),
    }),
  ),
  initialSelected: z.optional(z.boolean()),
  extension: z.optional(z.array(Extension)),
})
export type AnswerOption = z.infer<typeof AnswerOption>
