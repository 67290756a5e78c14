import * as z from 'zod/mini'
import { ZoneId } from '#domain/base/ids.ts'
import { Instant } from '#domain/time/instant.ts'

const Count = z.int().check(z.nonnegative())

/** How a zone's phones and its paper stand, as the server knows it. No patient is named in it. */
export const ZoneStatus = z.object({
  zone: ZoneId,
  /** Devices that somebody with the zone is enrolled on and that are not closed, and those heard within a day. */
  phones: z.object({ count: Count, heardWithinDay: Count }),
  /** The newest print of the zone's binder; null when none was ever printed. */
  binderPrintedAt: z.nullable(Instant),
})
export type ZoneStatus = z.infer<typeof ZoneStatus>

/** The zones of whoever asks. */
export const ListZoneStatusAnswer = z.object({
  zones: z.array(ZoneStatus).check(z.maxLength(500)),
})
export type ListZoneStatusAnswer = z.infer<typeof ListZoneStatusAnswer>
