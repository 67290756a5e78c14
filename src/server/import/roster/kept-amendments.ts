import type { ImportRunId, MunicipalityId } from '#domain/base/ids.ts'
import { rowOf } from '#domain/documents/document-kinds.ts'
import type { DatabaseTransaction } from '../../database/database.ts'
import type { AmendmentDocument } from '../../amendments/read-amendments.ts'
import type { AmendmentRewrite } from './rewrite-amendments.ts'

const batch = 1_000

/** Keeps what an import writes anew, as it stood before. */
export async function saveAmendments(
  transaction: DatabaseTransaction,
  municipality: MunicipalityId,
  runId: ImportRunId,
  rewrites: readonly AmendmentRewrite[],
): Promise<void> {
  const rows = rewrites.map(({ before, after }) => ({
    municipalityId: municipality,
    runId,
    zoneId: before.zone,
    kind: before.kind,
    entryId: before.body.entryId,
    before: JSON.stringify(before.body),
    zoneAfter: after[0]?.zone ?? before.zone,
  }))
  for (let from = 0; from < rows.length; from += batch) {
    await transaction
      .insertInto('importAmendment')
      .values(rows.slice(from, from + batch))
      .execute()
  }
}

/** What an import had written anew, as it stood before; `zoneAfter` is where the import put it. */
export async function listKeptAmendments(
  transaction: DatabaseTransaction,
  runId: ImportRunId,
): Promise<{ before: AmendmentDocument; zoneAfter: AmendmentDocument['zone'] }[]> {
  const rows = await transaction
    .selectFrom('importAmendment')
    .select(['zoneId', 'kind', 'before', 'zoneAfter'])
    .where('runId', '=', runId)
    .orderBy('entryId')
    .execute()
  return rows.map(({ zoneId: zone, kind, before, zoneAfter }) => ({
    before: documentFrom(kind, zone, before),
    zoneAfter,
  }))
}

function documentFrom(
  kind: string,
  zone: AmendmentDocument['zone'],
  body: unknown,
): AmendmentDocument {
  switch (kind) {
    case 'amendment':
      return { kind, zone, body: rowOf(kind).schema.parse(body) }
    case 'detailsAmendment':
      return { kind, zone, body: rowOf(kind).schema.parse(body) }
    case 'protectedAmendment':
      return { kind, zone, body: rowOf(kind).schema.parse(body) }
    default:
      throw new Error(`An import kept a ${kind}, which is no amendment`)
  }
}
