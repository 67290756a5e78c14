import * as z from 'zod/mini'
import { DeviceId, EmployeeId } from '#domain/base/ids.ts'
import { Instant } from '#domain/time/instant.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { protocolVersion } from './protocol.ts'

export const ListStreams = z.object({
  protocol: z.literal(protocolVersion),
  /**
   * The employee who has unlocked the device. The browser's session may be another employee's, whose
   * streams must not be mixed up with those of the one who has unlocked.
   */
  employee: EmployeeId,
  /** The device that asks: the server notes when it last heard what the employee has. */
  deviceId: DeviceId,
})
export type ListStreams = z.infer<typeof ListStreams>

/** The streams that the signed-in employee has: the device deletes all others, and their keys. */
export const ListStreamsAnswer = z.object({
  streams: z.array(StreamId),
  serverTime: Instant,
})
export type ListStreamsAnswer = z.infer<typeof ListStreamsAnswer>
