import * as z from 'zod/mini'
import { ZonePlan, ZonePlanDraft } from '#domain/contacts/zone-plan.ts'

/** What a leader has agreed on with a zone of hers for when nobody can be reached. */
export const SaveZonePlan = z.object({
  draft: ZonePlanDraft,
  /** The plan as she saw it, null for a first one: what has changed meanwhile is not written over. */
  before: z.nullable(ZonePlan),
})
export type SaveZonePlan = z.infer<typeof SaveZonePlan>

/** The plan as it is saved. Phones get it with the stream `contacts`. */
export const SaveZonePlanAnswer = z.object({ plan: ZonePlan })
export type SaveZonePlanAnswer = z.infer<typeof SaveZonePlanAnswer>
