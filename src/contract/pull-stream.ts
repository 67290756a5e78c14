import * as z from 'zod/mini'
import { Checkpoint, StreamDocument } from '#domain/streams/stream-document.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { protocolVersion } from './protocol.ts'

export const maxPageDocuments = 500

/** Requests what was added to a stream after `after`. */
export const PullStream = z.object({
  protocol: z.literal(protocolVersion),
  /** The device's id of this staging; an answer with another id is ignored. */
  session: z.uuid(),
  stream: StreamId,
  /** The seq up to which the device has verified documents; 0 when it builds from nothing. */
  base: z.int().check(z.nonnegative()),
  /** The seq up to which it has staged pages; `base` for the first page. */
  after: z.int().check(z.nonnegative()),
  /** The checkpoint at `after`. A server that does not have it in its history answers `reset`. */
  witness: Checkpoint,
  limit: z.int().check(z.positive(), z.maximum(maxPageDocuments)),
})
export type PullStream = z.infer<typeof PullStream>

export const PullStreamAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('page'),
    session: z.uuid(),
    stream: StreamId,
    after: z.int(),
    /** In the order of their seq; tombstones too, unless the device builds from nothing. */
    documents: z.array(StreamDocument),
    /** Where the next page starts: its `after` and `witness`. */
    to: Checkpoint,
    more: z.boolean(),
    /** The stream's newest write, read in the same snapshot as the page. */
    head: Checkpoint,
    /** Live documents at the head, and their digest (`domain/streams/stream-digest.ts`). */
    count: z.int(),
    digest: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  }),
  z.object({
    kind: z.literal('reset'),
    session: z.uuid(),
    stream: StreamId,
    after: z.int(),
    /** unknownWitness: the server was restored or has another database; belowFloor: tombstones were removed. */
    reason: z.enum(['unknownWitness', 'belowFloor', 'aboveHead']),
  }),
])
export type PullStreamAnswer = z.infer<typeof PullStreamAnswer>
