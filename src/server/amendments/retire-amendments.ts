import { standingAmendments } from '#domain/amendments/standing-amendments.ts'
import { grouped } from '#domain/base/grouped.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { EntryId } from '#domain/base/ids.ts'
import { schemaName } from '#domain/documents/document-kinds.ts'
import { zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { writeDocuments } from '../streams/write-documents.ts'
import {
  type AmendmentPlace,
  bothClasses,
  documentsIn,
  readAmendments,
  streamOfAmendment,
} from './read-amendments.ts'

/** How long what no longer stands is kept: as long as the note that it came from. */
const settledDays = 14
const atMost = 100_000

/**
 * Removes amendments that have not stood for `settledDays`; one that stands is kept for as long as it takes until a list
 * carries it. Those of a patient go together: one that is left alone could come to stand again.
 */
export async function retireAmendments(
  streams: StreamStore,
  place: AmendmentPlace,
  { hasher, now }: { hasher: Hasher; now: Instant },
): Promise<number> {
  const before = plusMinutes(now, -settledDays * 24 * 60)
  const old = new Set<string>()
  for (const kind of ['amendment', 'detailsAmendment'] as const) {
    const written = { schema: schemaName(kind), before, limit: atMost }
    for (const id of await streams.listWrittenBefore(zoneStreamOf(kind, place), written))
      old.add(id)
  }
  if (old.size === 0) return 0
  const found = await readAmendments(streams, place)
  const all = bothClasses(found)
  const standing = new Set(standingAmendments(all, now))
  const ended = all.filter((amendment) => !standing.has(amendment))
  const standingIds = new Set([...standing].map(({ entryId }) => entryId))
  const gone = new Set<EntryId>()
  for (const ofPatient of grouped(ended, ({ patientId }) => patientId).values()) {
    if (!ofPatient.every(({ entryId }) => old.has(entryId))) continue
    for (const { entryId } of ofPatient) if (!standingIds.has(entryId)) gone.add(entryId)
  }
  const documents = documentsIn(place.zone, found).filter(({ body }) => gone.has(body.entryId))
  let removed = 0
  for (const [stream, group] of [
    ...grouped(documents, (one) => streamOfAmendment(one, place)),
  ].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const writes = group.map(({ body }) => ({ kind: 'delete', docId: body.entryId }) as const)
    const { written } = await writeDocuments(streams, stream, writes, {
      writer: 'projection',
      hasher,
      now,
    })
    removed += written
  }
  return removed
}
