import type { SaveContact } from '#contract/contacts/save-contact.ts'
import type { Result } from '#domain/base/result.ts'
import { type MunicipalityContact, savedContact } from '#domain/contacts/contact.ts'
import { localClock } from '#domain/time/instant.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { type KeepContext, saveAsSeen } from './save-as-seen.ts'

/** Saves a contact of the municipality. */
export function saveContact(
  streams: StreamStore,
  { draft, check, before }: SaveContact,
  context: KeepContext,
): Promise<Result<MunicipalityContact, 'changedMeanwhile'>> {
  const body = savedContact(draft, { before, check, today: localClock(context.now).on })
  return saveAsSeen(streams, 'contact', { body, before }, context)
}
