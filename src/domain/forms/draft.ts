import * as z from 'zod/mini'
import { EntryId, PatientId, ZoneId } from '../base/ids.ts'
import { Instant } from '../time/instant.ts'
import { QuestionnaireResponse } from './questionnaire-response.ts'
import { World } from '../base/world.ts'
import { FormReference } from '#domain/forms/form-reference.ts'

/** A form that is being filled in. Its id becomes the entry's, so that it can be signed once only. */
export const Draft = z.object({
  id: EntryId,
  /** The version that the draft was begun with. */
  form: FormReference,
  zone: ZoneId,
  world: World,
  patientId: z.nullable(PatientId),
  /** When the reported event happened. */
  eventAt: Instant,
  corrects: z.nullable(z.object({ entryId: EntryId, reason: z.string() })),
  /** The entry that its author takes back. */
  withdraws: z.optional(z.object({ entryId: EntryId, reason: z.string() })),
  response: QuestionnaireResponse,
  startedAt: Instant,
})
export type Draft = z.infer<typeof Draft>
