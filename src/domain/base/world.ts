import * as z from 'zod/mini'

/**
 * Exercises are a world of their own: nothing made in one is ever shown in the other.
 *
 * A composition root says which one its program works in. What matters most stands first.
 */
export const World = z.enum(['real', 'exercise'])
export type World = z.infer<typeof World>
