import * as z from 'zod/mini'

const LooseCoding = z.looseObject({
  system: z.optional(z.string()),
  code: z.optional(z.string()),
  display: z.optional(z.string()),
})

/** A FHIR extension with the values that the renderer reads; other values are kept unread. */
export const Extension = z.looseObject({
  url: z.string(),
  valueBoolean: z.optional(z.boolean()),
  valueInteger: z.optional(z.int()),
  valueDecimal: z.optional(z.number()),
  valueString: z.optional(z.string()),
  valueMarkdown: z.optional(z.string()),
  valueCode: z.optional(z.string()),
  valueDate: z.optional(z.string()),
  valueDateTime: z.optional(z.string()),
  valueTime: z.optional(z.string()),
  valueCoding: z.optional(LooseCoding),
  valueCodeableConcept: z.optional(z.looseObject({ coding: z.optional(z.array(LooseCoding)) })),
  valueExpression: z.optional(
    z.looseObject({ language: z.optional(z.string()), expression: z.optional(z.string()) }),
  ),
})
export type Extension = z.infer<typeof Extension>

type Extended = { readonly extension?: readonly Extension[] | undefined }

/** Finds an extension by its address, or by any of several addresses that mean the same. */
export function findExtension(
  { extension }: Extended,
  ...urls: readonly string[]
): Extension | null {
  return extension?.find(({ url }) => urls.includes(url)) ?? null
}
