import * as z from 'zod/mini'
import { Instant } from '#domain/instant.ts'
import { StreamId } from '#domain/stream.ts'
import { protocolVersion } from './protocol.ts'

export const listStreamsPath = '/api/sync/streams'

export const ListStreams = z.object({ protocol: z.literal(protocolVersion) })
export type ListStreams = z.infer<typeof ListStreams>

/** The streams that the signed-in employee has: the device drops every other, with its key. */
export const ListStreamsAnswer = z.object({
  streams: z.array(StreamId),
  serverTime: Instant,
})
export type ListStreamsAnswer = z.infer<typeof ListStreamsAnswer>
