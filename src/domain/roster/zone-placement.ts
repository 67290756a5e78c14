import * as z from 'zod/mini'
import { ZoneId } from '../base/ids.ts'
import { ZoneName } from './zone-name.ts'

/** Where a leader puts the people of a zone that the section does not have, by its name in the list. */
export const ZonePlacement = z.object({
  listed: ZoneName,
  place: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('existing'), zone: ZoneId }),
    /** A new zone under a name that is put right. */
    z.object({ kind: z.literal('named'), name: z.string().check(z.minLength(1), z.maxLength(80)) }),
  ]),
})
export type ZonePlacement = z.infer<typeof ZonePlacement>
