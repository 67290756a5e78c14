import { sql, type Kysely } from 'kysely'

type Operation = 'select' | 'insert' | 'update' | 'delete'

/**
 * What the rows of a table belong to. `zone`: the zone in column `zone_id`. `zoneOrAll`: the same, where null means
 * the whole municipality. `server`: the server itself, outside every municipality.
 */
type Owner = 'municipality' | 'zone' | 'zoneOrAll' | 'server'

/**
 * Puts a table under row-level security, for its owner too, and grants the application role and the role of accounts what
 * each may do.
 *
 * Every migration that creates a table calls this for it. A setting that was never set is null, and one that was
 * set in an earlier transaction of the connection is '': both mean no tenant, and no rows.
 */
export async function protectTable<Schema>(
  db: Kysely<Schema>,
  table: string,
  protection: { owner: Owner; may: readonly Operation[]; accountsMay?: readonly Operation[] },
): Promise<void> {
  const name = sql.table(table)
  const condition = sql.raw(ownerCondition(protection.owner))
  await sql`alter table ${name} enable row level security`.execute(db)
  await sql`alter table ${name} force row level security`.execute(db)
  await sql`create policy tenant on ${name} using (${condition}) with check (${condition})`.execute(
    db,
  )
  await grant(db, table, 'beredt_app', protection.may)
  await grant(db, table, 'beredt_accounts', protection.accountsMay ?? [])
}

async function grant<Schema>(
  db: Kysely<Schema>,
  table: string,
  role: 'beredt_app' | 'beredt_accounts',
  may: readonly Operation[],
): Promise<void> {
  if (may.length === 0) return
  const [name, operations] = [sql.table(table), sql.raw(may.join(', '))]
  await sql`grant ${operations} on ${name} to ${sql.raw(role)}`.execute(db)
}

/** What a row must fulfil to be in a scope. */
export function ownerCondition(owner: Owner): string {
  return conditions[owner]
}

// Each setting is read in a sub-select, so that PostgreSQL reads it once per query and not once per row.
const sameMunicipality = `municipality_id = (select nullif(current_setting('beredt.municipality', true), ''))`
const sameZone = `zone_id = any ((select string_to_array(nullif(current_setting('beredt.zones', true), ''), ','))::text[])`

const conditions = {
  municipality: sameMunicipality,
  zone: `${sameMunicipality} and ${sameZone}`,
  zoneOrAll: `${sameMunicipality} and (zone_id is null or ${sameZone})`,
  server: `(select coalesce(current_setting('beredt.municipality', true), '')) = ''`,
} satisfies Record<Owner, string>
