import * as z from 'zod/mini'
import { ZoneId } from '../base/ids.ts'
import { Instant } from '../time/instant.ts'

/**
 * When the newest list of a zone was made in the EHR, as far as known; else when it was taken in.
 *
 * It is a document of its own, so that a list that only confirms what stands writes nothing else.
 */
export const ListTime = z.object({ zone: ZoneId, asOf: Instant })
export type ListTime = z.infer<typeof ListTime>
