import * as z from 'zod/mini'

export const Coding = z.object({
  system: z.optional(z.string()),
  code: z.string(),
  display: z.optional(z.string()),
})
export type Coding = z.infer<typeof Coding>

/** A measured value; `unit` is how people write it, system and code are UCUM's. */
export const Quantity = z.object({
  value: z.number(),
  unit: z.optional(z.string()),
  system: z.optional(z.string()),
  code: z.optional(z.string()),
})
export type Quantity = z.infer<typeof Quantity>
