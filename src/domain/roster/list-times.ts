import * as z from 'zod/mini'
import type { ZoneId } from '../base/ids.ts'
import { Instant } from '../time/instant.ts'

/** When the newest list was made that had a zone's patients, and the newest that had their medicines. */
export const ListTimes = z.object({ patients: z.nullable(Instant), details: z.nullable(Instant) })
export type ListTimes = z.infer<typeof ListTimes>

export type TimesByZone = ReadonlyMap<ZoneId, ListTimes>

/** Null for both before a zone's first list. */
export function timesIn(zone: ZoneId, times: TimesByZone): ListTimes {
  return times.get(zone) ?? { patients: null, details: null }
}
