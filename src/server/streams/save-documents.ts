import { sql } from 'kysely'
import type { MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import type { WrittenDocument, WrittenPart } from './stream-store.ts'

type Owner = { municipalityId: MunicipalityId; streamId: StreamId; zoneId: ZoneId | null }

/**
 * Writes a part of a stream with an array for each column: a list of a city is a hundred thousand rows, and PostgreSQL
 * plans each value of a row that stands by itself. All in one statement, for each one more is a way to the database and back.
 */
export async function saveDocuments(
  transaction: DatabaseTransaction,
  owner: Owner,
  { added, changed, links, writtenAt }: WrittenPart,
): Promise<void> {
  const documents = [
    insertDocuments('added', added, sql``),
    insertDocuments('changed', changed, replacing),
  ].filter((insert) => insert !== null)
  if (documents.length === 0) return
  const seqs = links.map(({ seq }) => seq)
  const chains = links.map(({ chain16 }) => chain16)
  await sql`
    with ${sql.join(documents)}
    insert into stream_commit
      (municipality_id, stream_id, zone_id, written_at, seq, chain16)
    select ${ownerColumns()}, written.*
    from unnest(${seqs}::bigint[], ${chains}::text[]) as written`.execute(transaction)

  function ownerColumns() {
    const { municipalityId, streamId, zoneId } = owner
    return sql`${municipalityId}::text, ${streamId}::text, ${zoneId}::text, ${writtenAt}::timestamptz`
  }

  function insertDocuments(
    name: 'added' | 'changed',
    part: readonly WrittenDocument[],
    conflict: typeof replacing,
  ) {
    if (part.length === 0) return null
    return sql`${sql.raw(name)} as (
      insert into stream_doc
        (municipality_id, stream_id, zone_id, written_at, doc_id, seq, leaf, deleted, schema, body, body_hash)
      select ${ownerColumns()}, written.*
      from unnest(
        ${part.map(({ docId }) => docId)}::text[], ${part.map(({ seq }) => seq)}::bigint[],
        ${part.map(({ leaf }) => leaf)}::smallint[], ${part.map(({ deleted }) => deleted)}::boolean[],
        ${part.map(({ schema }) => schema)}::text[], ${part.map(({ text }) => text)}::text[],
        ${part.map(({ bodyHash }) => bodyHash)}::text[]) as written
      ${conflict})`
  }
}

// Planning it takes longer than writing, so it stands only where there is something to replace.
const replacing = sql`
  on conflict (municipality_id, stream_id, doc_id) do update set
    seq = excluded.seq, deleted = excluded.deleted, schema = excluded.schema, body = excluded.body,
    body_hash = excluded.body_hash, written_at = excluded.written_at`
