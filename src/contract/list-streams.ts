import * as z from 'zod/mini'
import { EmployeeId } from '#domain/base/ids.ts'
import { Instant } from '#domain/time/instant.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { protocolVersion } from './protocol.ts'

export const ListStreams = z.object({
  protocol: z.literal(protocolVersion),
  /**
   * Who has unlocked. A browser carries one session for all who share it: another's streams must
   * never be taken for hers, nor hers be dropped because another does not have them.
   */
  employee: EmployeeId,
})
export type ListStreams = z.infer<typeof ListStreams>

/** The streams that the signed-in employee has: the device drops every other, with its key. */
export const ListStreamsAnswer = z.object({
  streams: z.array(StreamId),
  serverTime: Instant,
})
export type ListStreamsAnswer = z.infer<typeof ListStreamsAnswer>
