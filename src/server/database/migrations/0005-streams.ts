import { sql, type Kysely } from 'kysely'
import { protectTable } from '../protect-table.ts'

/**
 * Creates the streams that devices pull. Each stream has its own counter, increased under its row's lock, so that the
 * order of numbers is the order of commits; with a sequence or a timestamp a reader could skip an uncommitted row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table stream (
      municipality_id text not null references municipality,
      stream_id text not null,
      zone_id text,
      epoch bigint not null,
      seq bigint not null,
      chain text not null,
      floor bigint not null,
      count bigint not null,
      root text not null,
      leaves bytea not null check (length(leaves) = 8192),
      primary key (municipality_id, stream_id),
      foreign key (municipality_id, zone_id) references zone
    )`.execute(db)
  await sql`
    create table stream_doc (
      municipality_id text not null,
      stream_id text not null,
      zone_id text,
      doc_id text not null,
      seq bigint not null,
      leaf smallint not null check (leaf between 0 and 255),
      deleted boolean not null,
      schema text not null,
      -- Canonical JSON as text: its hash covers exactly these bytes, which jsonb would not keep.
      body text not null,
      body_hash text not null,
      written_at timestamptz not null,
      primary key (municipality_id, stream_id, doc_id),
      unique (municipality_id, stream_id, seq),
      foreign key (municipality_id, stream_id) references stream
    )`.execute(db)
  await sql`
    create index stream_doc_leaf on stream_doc (municipality_id, stream_id, leaf)
      where not deleted`.execute(db)
  await sql`
    create table stream_commit (
      municipality_id text not null,
      stream_id text not null,
      zone_id text,
      seq bigint not null,
      chain16 text not null,
      primary key (municipality_id, stream_id, seq),
      foreign key (municipality_id, stream_id) references stream
    )`.execute(db)
  await protectTable(db, 'stream', { owner: 'zoneOrAll', may: ['select', 'insert', 'update'] })
  await protectTable(db, 'stream_doc', {
    owner: 'zoneOrAll',
    may: ['select', 'insert', 'update', 'delete'],
  })
  await protectTable(db, 'stream_commit', { owner: 'zoneOrAll', may: ['select', 'insert'] })
}
