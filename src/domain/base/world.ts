import * as z from 'zod/mini'

/**
 * The real world and the exercise: nothing made in one is ever shown in the other.
 *
 * A composition root says which one its program works in. The more important one is listed first.
 */
export const World = z.enum(['real', 'exercise'])
export type World = z.infer<typeof World>
