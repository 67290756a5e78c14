import * as z from 'zod/mini'

const Count = z.int().check(z.nonnegative())

/** An import is answered in lines of JSON of this type when its query asks for them: progress first, its answer last. */
export const linesContentType = 'application/x-ndjson'

/** How far an import has come. `waiting` is for another list that is read first. */
export const ImportProgress = z.object({
  kind: z.literal('progress'),
  step: z.enum(['waiting', 'reading', 'comparing', 'writing']),
  done: Count,
  of: Count,
})
export type ImportProgress = z.infer<typeof ImportProgress>
