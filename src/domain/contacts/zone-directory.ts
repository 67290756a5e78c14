import * as z from 'zod/mini'
import { ZoneId } from '../base/ids.ts'
import { ZoneName } from '../roster/zone-name.ts'

/** What the municipality's zones are called, for phones that have not the zone: class `contacts` (`zoneDirectory@1`), one. */
export const ZoneDirectory = z.object({
  zones: z.array(z.object({ id: ZoneId, name: ZoneName })),
})
export type ZoneDirectory = z.infer<typeof ZoneDirectory>

export const zoneDirectoryId = 'zone-directory'
