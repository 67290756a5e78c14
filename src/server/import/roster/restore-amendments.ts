import type { ImportRunId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { DatabaseTransaction } from '../../database/database.ts'
import { type AmendmentDocument, namedDocument } from '../../amendments/read-amendments.ts'
import { listKeptAmendments } from './kept-amendments.ts'
import { removalOf } from './rewrite-amendments.ts'
import type { RosterWrite } from './roster-documents.ts'

type OtherWrite = RosterWrite['others'][number]

/**
 * What brings back the amendments that an import settled, moved or hid, as they stood before it; a leader's decision about
 * them was about the list that is undone. Those written since go with their patients to where these are again.
 */
export async function restoredAmendments(
  transaction: DatabaseTransaction,
  runId: ImportRunId,
  standing: readonly AmendmentDocument[],
  zoneOf: (id: PatientId) => ZoneId | null,
): Promise<OtherWrite[]> {
  const kept = await listKeptAmendments(transaction, runId)
  const writes = new Map<string, OtherWrite>()
  const add = (write: OtherWrite) =>
    writes.set(`${write.zone}/${write.kind}/${write.write.docId}`, write)
  const restored = new Set(kept.map(({ before }) => keyOf(before)))
  const entries = new Set(kept.map(({ before }) => before.body.entryId))
  for (const one of standing) {
    const zone = zoneOf(one.body.patientId) ?? one.zone
    // A protected part of such an entry that nothing kept was made by the import.
    if (restored.has(keyOf(one)) || entries.has(one.body.entryId)) add(removalOf(one))
    else if (zone !== one.zone) {
      add(removalOf(one))
      add(putOf({ ...one, zone }))
    }
  }
  for (const { before } of kept) add(putOf(before))
  return [...writes.values()]
}

function putOf(one: AmendmentDocument): OtherWrite {
  return { zone: one.zone, kind: one.kind, write: { kind: 'put', ...namedDocument(one) } }
}

function keyOf({ kind, body }: AmendmentDocument): string {
  return `${kind}/${body.entryId}`
}
