import * as z from 'zod/mini'
import { EntryId, PatientId, ZoneId } from '../base/ids.ts'
import { FormReference } from '../forms/form-reference.ts'
import { Instant } from '../time/instant.ts'

/**
 * Why a person decides about an entry. Each is something that its author did not have when the server received it, and
 * had not just lost either.
 */
export const HeldReason = z.enum([
  /** The server has no such account; it may have been restored from before the account was made. */
  'unknownAuthor',
  /** The account or the device was closed for abuse, from a moment before the receipt. */
  'abuse',
  'credentialExpired',
  'accountClosed',
  'deviceClosed',
  'role',
  'zone',
  'patient',
])
export type HeldReason = z.infer<typeof HeldReason>

/**
 * Tells a zone that a note waits for its leader: class `journal` (`heldNote@1`), under the id of the entry, so that the
 * note replaces it. It has neither the note's text nor a name: what it says may be what was not to be written.
 */
export const HeldNote = z.object({
  entryId: EntryId,
  zone: ZoneId,
  /** As the entry says it. */
  patientId: z.nullable(PatientId),
  form: FormReference,
  eventAt: Instant,
  receivedAt: Instant,
  reason: HeldReason,
})
export type HeldNote = z.infer<typeof HeldNote>
