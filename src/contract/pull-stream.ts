import * as z from 'zod/mini'
import { Checkpoint, StreamDocument } from '#domain/streams/stream-document.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { leafCount } from '#domain/streams/stream-root.ts'
import { SignedHead } from '#domain/trust/stream-head.ts'
import { protocolVersion } from './protocol.ts'

export const maxPageDocuments = 500

/** The stream's leaves are spread evenly over so many buckets: a power of two. */
const Buckets = z.int().check(z.positive(), z.maximum(leafCount))

/** Requests the next part of a stream. */
export const PullStream = z.object({
  protocol: z.literal(protocolVersion),
  /** The device's id of this staging; an answer with another id is ignored. */
  session: z.uuid(),
  stream: StreamId,
  /** The highest signed head that the device has seen: a restored server learns from it what it once was. */
  highest: z.nullable(SignedHead),
  part: z.discriminatedUnion('kind', [
    /** Whole buckets of live documents, for a device that builds from nothing. */
    z.object({
      kind: z.literal('buckets'),
      /** Null in the first request: the server decides how many there are. */
      layout: z.nullable(
        z.object({
          buckets: Buckets,
          /** The first bucket that is missing; below `buckets`. */
          from: z.int().check(z.positive()),
          /** The head of the first answer: what was written since comes as changes afterwards. */
          start: Checkpoint,
        }),
      ),
    }),
    /** Documents and tombstones that were written after `after`. */
    z.object({
      kind: z.literal('changes'),
      /** The seq up to which the device has verified documents, or the start of its build. */
      base: z.int().check(z.nonnegative()),
      /** The seq up to which it has staged changes; `base` for the first page. */
      after: z.int().check(z.nonnegative()),
      /** The checkpoint at `after`. A server that does not have it in its history answers `reset`. */
      witness: Checkpoint,
    }),
  ]),
  /** Documents; a part has at least one bucket or one change, however large it is. */
  limit: z.int().check(z.positive(), z.maximum(maxPageDocuments)),
})
export type PullStream = z.infer<typeof PullStream>

const echo = { session: z.uuid(), stream: StreamId }

export const PullStreamAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('buckets'),
    ...echo,
    buckets: Buckets,
    from: z.int().check(z.nonnegative()),
    /** The first bucket that is not in this answer; equal to `buckets` at the end. */
    next: z.int().check(z.positive()),
    /** All live documents of the buckets from `from` to before `next`. */
    documents: z.array(StreamDocument),
    /** Signed now, and read in the same snapshot. */
    head: SignedHead,
  }),
  z.object({
    kind: z.literal('changes'),
    ...echo,
    after: z.int(),
    /** In the order of their seq. */
    documents: z.array(StreamDocument),
    /** Where the next page starts: its `after` and `witness`. */
    to: Checkpoint,
    more: z.boolean(),
    /** Signed now, and read in the same snapshot. */
    head: SignedHead,
  }),
  z.object({
    kind: z.literal('reset'),
    ...echo,
    /**
     * The device builds the stream anew. unknownWitness: the server has another history; belowFloor: tombstones were
     * removed; restored: the server was restored to before `highest`, which `named` repeats, and has raised its epoch.
     */
    reason: z.enum(['unknownWitness', 'belowFloor', 'aboveHead', 'restored']),
    /** Only a head that is named here may be followed by a lower one. */
    named: z.nullable(SignedHead),
  }),
])
export type PullStreamAnswer = z.infer<typeof PullStreamAnswer>
