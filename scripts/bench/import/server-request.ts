import { z } from 'zod'

/** What the benchmark asks of its server's process. */
export const ServerRequest = z.discriminatedUnion('kind', [
  /** How long it worked at a stretch and in all since it was asked last. */
  z.object({ kind: z.literal('work') }),
  z.object({ kind: z.literal('floors'), people: z.int() }),
  z.object({ kind: z.literal('over') }),
])
export type ServerRequest = z.infer<typeof ServerRequest>
