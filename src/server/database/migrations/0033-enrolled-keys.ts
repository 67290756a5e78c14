import { sql, type Kysely } from 'kysely'
import { protectTable } from '../protect-table.ts'

/** Which keys the server has vouched for, for whom and on which device: these are renewed without a new sign-in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table enrolled_key (
      municipality_id text not null references municipality,
      device_id uuid not null,
      employee_id uuid not null,
      purpose text not null check (purpose in ('device', 'author', 'recipient')),
      key_id text not null,
      enrolled_at timestamptz not null,
      primary key (municipality_id, device_id, employee_id, purpose, key_id),
      foreign key (municipality_id, device_id) references device
    )`.execute(db)
  await protectTable(db, 'enrolled_key', { owner: 'municipality', may: ['select', 'insert'] })
}
