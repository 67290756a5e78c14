import * as z from 'zod/mini'

/** Null for the zone of a section's patients of whom no list says a zone. */
export const ZoneName = z.nullable(z.string())
export type ZoneName = z.infer<typeof ZoneName>
