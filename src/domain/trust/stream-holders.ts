import * as z from 'zod/mini'
import { EmployeeId, KeyId } from '../base/ids.ts'
import { StreamId } from '../streams/stream.ts'

/** An employee who has a stream, and the public key on this device that the server vouches for. */
export const StreamHolder = z.object({ employee: EmployeeId, keyId: KeyId })
export type StreamHolder = z.infer<typeof StreamHolder>

/** A stream, and who on this device has it by the server's word: its key is sealed to them and to nobody else. */
export const HeldStream = z.object({
  stream: StreamId,
  holders: z.array(StreamHolder).check(z.maxLength(64)),
})
export type HeldStream = z.infer<typeof HeldStream>
