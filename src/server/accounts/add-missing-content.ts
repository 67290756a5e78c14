import { defaultStreams } from '#content/default-documents.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
import { formIdOf, FormReference } from '#domain/forms/form-reference.ts'
import type { World } from '#domain/base/world.ts'
import { type Stream, streamIdOf } from '#domain/streams/stream.ts'
import type { NamedDocument } from '#domain/documents/document-of.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import type { Sources } from '../base/sources.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { writeAllStreams } from '../streams/write-all-streams.ts'
import { listChangedForms } from './changed-forms.ts'
import { listMunicipalities } from './municipality-directory.ts'

type Making = { db: Database; sources: Pick<Sources, 'now'>; world: World }

/**
 * Gives every municipality the cards, contacts, forms and tables that came after it was seeded. What it has stays as it is,
 * whoever wrote it, and what was taken away stays away. A form's new version comes beside the old one, where nobody there has
 * changed the form. Answers how many documents were added.
 */
export async function addMissingContent({ db, sources, world }: Making): Promise<number> {
  let added = 0
  for (const municipality of await listMunicipalities(db)) {
    const wanted = defaultStreams({ municipality, world })
    added += await addTo(db, municipality, wanted, sources)
  }
  return added
}

type Wanted = { stream: Stream; documents: readonly NamedDocument[] }

async function addTo(
  db: Database,
  municipality: MunicipalityId,
  wanted: readonly Wanted[],
  sources: Making['sources'],
): Promise<number> {
  return await withTenant(db, await systemScope(db, municipality), async (transaction) => {
    const streams = postgresStreamStore(transaction)
    const missing: Wanted[] = []
    // Held from here to the commit, in the order of the ids: a leader who saves a contact meanwhile waits, or is seen.
    for (const one of wanted.toSorted((a, b) =>
      streamIdOf(a.stream) < streamIdOf(b.stream) ? -1 : 1,
    )) {
      missing.push(await missingOf(streams, one))
    }
    const context = { hasher: nodeHasher, now: sources.now() }
    return await writeAllStreams(
      streams,
      missing.filter(({ documents }) => documents.length > 0),
      context,
    )
  })
}

/** A tombstone is a version too. */
async function missingOf(streams: StreamStore, { stream, documents }: Wanted): Promise<Wanted> {
  const id = streamIdOf(stream)
  await streams.lockHead(id)
  const ids = documents.map(({ docId }) => docId)
  const known = new Set((await streams.listVersions(id, ids)).map(({ docId }) => docId))
  const missing = documents.filter(({ docId }) => !known.has(docId))
  if (stream.class !== 'forms' || missing.length === 0) return { stream, documents: missing }
  const changed = await listChangedForms(streams, id)
  const isOurs = (docId: string) => !changed.has(formIdOf(FormReference.parse(docId)))
  return { stream, documents: missing.filter(({ docId }) => isOurs(docId)) }
}
