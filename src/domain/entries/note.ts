import * as z from 'zod/mini'
import { Author } from '../base/author.ts'
import { DeviceId, EntryId, PatientId, ZoneId } from '../base/ids.ts'
import { Instant } from '../time/instant.ts'
import { Countersigns, Withdraws } from './about-entry.ts'
import { EntryHash } from './entry.ts'
import { FormReference } from '../forms/form-reference.ts'
import { QuestionnaireResponse } from '../forms/questionnaire-response.ts'

/**
 * What the server says about a note. The first five: something that the author had lost when it was received, and that
 * her phone could not know. The last two: a time that is ahead of the server's clock.
 */
export const NoteMark = z.enum([
  'accountClosed',
  'deviceClosed',
  'roleEnded',
  'zoneEnded',
  'patientLeft',
  'eventAhead',
  'writtenAhead',
])
export type NoteMark = z.infer<typeof NoteMark>

/** A signed form as colleagues read it: class `journal` (`note@1`), document id = entry id. */
export const Note = z.object({
  entryId: EntryId,
  /** The device and its number for the entry: together the entry's running number. */
  deviceId: DeviceId,
  n: z.int(),
  zone: ZoneId,
  form: FormReference,
  patientId: z.nullable(PatientId),
  /** As her account names her, whatever the entry says. */
  author: Author,
  eventAt: Instant,
  writtenAt: Instant,
  receivedAt: Instant,
  marks: z.array(NoteMark),
  corrects: z.nullable(z.object({ entryId: EntryId, reason: z.string() })),
  countersigns: z.optional(Countersigns),
  withdraws: z.optional(Withdraws),
  /** `entryHash` of the entry, by which a colleague on another phone countersigns it; older servers did not say it. */
  hash: z.optional(EntryHash),
  /** Worded by the form. */
  response: QuestionnaireResponse,
})
export type Note = z.infer<typeof Note>
