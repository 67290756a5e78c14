import * as z from 'zod/mini'
import { ListColumn } from './list-column.ts'

/** How a leader has said that a heading of her section's lists is read. */
export const ColumnAnswer = z.object({
  heading: z.string().check(z.minLength(1), z.maxLength(500)),
  column: z.union([ListColumn, z.literal('ignored')]),
})
export type ColumnAnswer = z.infer<typeof ColumnAnswer>

/** A column that only a person can tell the meaning of. */
export const ColumnQuestion = z.object({
  heading: z.string(),
  /** An unknown column that seems to hold health facts, or names of which the family name may come first. */
  about: z.enum(['healthFacts', 'nameOrder']),
  /** How many cells of it are filled. */
  filled: z.int().check(z.nonnegative()),
  samples: z.array(z.string()),
})
export type ColumnQuestion = z.infer<typeof ColumnQuestion>
