import * as z from 'zod/mini'
import { DeviceId, EmployeeId, ZoneId } from '#domain/base/ids.ts'
import { Credential } from '#domain/entries/credential.ts'
import { Instant } from '#domain/time/instant.ts'
import { HeldStream } from '#domain/trust/stream-holders.ts'
import { protocolVersion } from './protocol.ts'

export const ListStreams = z.object({
  protocol: z.literal(protocolVersion),
  /**
   * The employee who has unlocked the device. The browser's session may be another employee's, whose
   * streams must not be mixed up with those of the one who has unlocked.
   */
  employee: EmployeeId,
  /** The device that asks: the server notes when it last heard what its employees have. */
  deviceId: DeviceId,
  /** The ids that the device had before. It says so itself, and gives a key only to an id that it proves to have had. */
  formerDeviceIds: z.array(DeviceId).check(z.maxLength(32)),
  /** The recipient credentials of all employees who are enrolled on the device. */
  recipients: z.array(Credential).check(z.maxLength(64)),
})
export type ListStreams = z.infer<typeof ListStreams>

/** Who on the device has which streams. A device believes it because the answer is signed; it is never stored. */
export const ListStreamsAnswer = z.object({
  /** The streams of the signed-in employee: she loses all others. */
  streams: z.array(HeldStream),
  /** Further streams, which only her colleagues on the device have. */
  colleagues: z.array(HeldStream),
  serverTime: Instant,
  /**
   * How many notes of her colleagues the server has received for her zones and not read yet. Zones without any are left out,
   * and all of it by a server that does not count them.
   */
  coming: z.optional(z.array(z.object({ zone: ZoneId, notes: z.int().check(z.positive()) }))),
})
export type ListStreamsAnswer = z.infer<typeof ListStreamsAnswer>
