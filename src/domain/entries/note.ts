import * as z from 'zod/mini'
import { Author } from './entry-content.ts'
import { DeviceId, EntryId, PatientId, ZoneId } from '../base/ids.ts'
import { Instant } from '../time/instant.ts'
import { FormReference } from '../forms/form-reference.ts'
import { QuestionnaireResponse } from '../forms/questionnaire-response.ts'

/** A signed form as colleagues read it: class `journal` (`note@1`), document id = entry id. */
export const Note = z.object({
  entryId: EntryId,
  /** The device and its number for the entry: together the entry's running number. */
  deviceId: DeviceId,
  n: z.int(),
  zone: ZoneId,
  form: FormReference,
  patientId: z.nullable(PatientId),
  author: Author,
  eventAt: Instant,
  writtenAt: Instant,
  receivedAt: Instant,
  corrects: z.nullable(z.object({ entryId: EntryId, reason: z.string() })),
  response: QuestionnaireResponse,
})
export type Note = z.infer<typeof Note>
