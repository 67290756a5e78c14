import * as z from 'zod/mini'

/** One document of a stream, as the server last wrote it. A deleted one is a tombstone: body null. */
export const StreamDocument = z.object({
  docId: z.string().check(z.minLength(1), z.maxLength(128)),
  /** The stream's counter at the writing of this version; no two documents of a stream share one. */
  seq: z.int().check(z.positive()),
  deleted: z.boolean(),
  /** Name and version of the body's schema, as `patient@1`. */
  schema: z.string().check(z.regex(/^[a-zA-Z]+@\d+$/)),
  body: z.unknown(),
  /** SHA-256 of the body's canonical JSON, hexadecimal; of `null` for a tombstone. */
  bodyHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})
export type StreamDocument = z.infer<typeof StreamDocument>

/** A place in a stream's history: the counter and the first 16 hexadecimal digits of the chain there. */
export const Checkpoint = z.object({
  seq: z.int().check(z.nonnegative()),
  chain16: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
})
export type Checkpoint = z.infer<typeof Checkpoint>

/** The beginning of every stream: nothing written. */
export const emptyCheckpoint: Checkpoint = { seq: 0, chain16: '0000000000000000' }
export const emptyChain = '0'.repeat(64)
