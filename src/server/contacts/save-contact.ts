import type { SaveContact } from '#contract/save-contact.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { World } from '#domain/base/world.ts'
import { MunicipalityContact, savedContact } from '#domain/contacts/contact.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { municipalityStreamOf } from '#domain/documents/stream-of-kind.ts'
import { type Instant, localClock } from '#domain/time/instant.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { writeDocuments } from '../streams/write-documents.ts'

type Context = { municipality: MunicipalityId; world: World; hasher: Hasher; now: Instant }

/** Saves a contact in the municipality's stream, unless it stands there otherwise than the leader saw it. */
export async function saveContact(
  streams: StreamStore,
  { draft, check, before }: SaveContact,
  { hasher, now, ...place }: Context,
): Promise<Result<MunicipalityContact, 'changedMeanwhile'>> {
  const stream = municipalityStreamOf('contact', place)
  // Held from here to the commit, so that of two leaders who save at once the second one is told.
  await streams.lockHead(stream)
  const stored = await findContact(streams, stream, draft.id)
  if (canonicalJson(stored) !== canonicalJson(before)) return refused('changedMeanwhile')
  const contact = savedContact(draft, { before, check, today: localClock(now).on })
  const write = { kind: 'put', ...documentOf('contact', contact) } as const
  await writeDocuments(streams, stream, [write], { writer: 'leader', hasher, now })
  return accepted(contact)
}

async function findContact(
  streams: StreamStore,
  stream: StreamId,
  id: MunicipalityContact['id'],
): Promise<MunicipalityContact | null> {
  const document = await streams.findDocument(stream, id)
  return document === null || document.deleted ? null : MunicipalityContact.parse(document.body)
}
