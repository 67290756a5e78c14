import * as z from 'zod/mini'
import { Checkpoint, StreamDocument } from '#domain/streams/stream-document.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { protocolVersion } from './protocol.ts'

export const largestPage = 500

/** Asks for what came to a stream after `after`. */
export const PullStream = z.object({
  protocol: z.literal(protocolVersion),
  /** The device's name for this staging; an answer to another one is dropped. */
  session: z.uuid(),
  stream: StreamId,
  /** Where the device's verified documents stand; 0 when it builds from nothing. */
  base: z.int().check(z.nonnegative()),
  /** Where the staged pages stand; `base` for the first page. */
  after: z.int().check(z.nonnegative()),
  /** The checkpoint at `after`. A server that does not have it in its history answers `reset`. */
  witness: Checkpoint,
  limit: z.int().check(z.positive(), z.maximum(largestPage)),
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
    /** Where the next page goes on: its `after` and `witness`. */
    to: Checkpoint,
    more: z.boolean(),
    /** The stream's newest write, read in the same snapshot as the page. */
    head: Checkpoint,
    /** Live documents at the head, and their digest (`domain/stream-digest.ts`). */
    count: z.int(),
    digest: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  }),
  z.object({
    kind: z.literal('reset'),
    session: z.uuid(),
    stream: StreamId,
    after: z.int(),
    /** unknownWitness: restored from backup or another database; belowFloor: tombstones are gone. */
    reason: z.enum(['unknownWitness', 'belowFloor', 'aboveHead']),
  }),
])
export type PullStreamAnswer = z.infer<typeof PullStreamAnswer>
