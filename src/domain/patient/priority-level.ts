import * as z from 'zod/mini'

/** Harm or death without help within 1–2 hours, 4–8 hours, 24 hours, later. Sorts as text. */
export const PriorityLevel = z.enum(['P1', 'P2', 'P3', 'P4'])
export type PriorityLevel = z.infer<typeof PriorityLevel>
