import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { EmployeeId } from '#domain/base/ids.ts'
import { Role } from '#domain/base/role.ts'
import { type Duty, mayDo } from '#domain/roles/duties.ts'
import { systemScope, withTenant, type TenantScope } from '#server/database/with-tenant.ts'
import { testMunicipality, testServer } from '../../support/test-server.ts'

const { services } = await testServer()
const { db } = services
const server = await systemScope(db, testMunicipality)
const account = EmployeeId.parse('0a000000-0000-4000-8000-000000000001')
let made = 0

/** The tables that only a duty reads and writes, with a new row of each. */
const tables: { table: string; duty: Duty; newRow: () => RawBuilder<unknown> }[] = [
  {
    table: 'import_run',
    duty: 'importLists',
    newRow: () => sql`(municipality_id, run_id, section_id, number, file_name, file_hash, taken_at,
      figures, list_times) values ('testby', ${randomUUID()}, 'nord', ${++made}, 'a.csv', '', now(),
      '{}', '[]')`,
  },
  {
    table: 'patient_identity',
    duty: 'importLists',
    newRow: () => sql`(municipality_id, key_hash, patient_id)
      values ('testby', ${randomUUID()}, ${randomUUID()})`,
  },
  {
    table: 'column_mapping',
    duty: 'importLists',
    newRow: () => sql`(municipality_id, name, columns) values ('testby', ${randomUUID()}, '{}')`,
  },
  {
    table: 'binder_copy',
    duty: 'printBinder',
    newRow: () => sql`(municipality_id, world, zone_id, copy, printed_by, printed_at, reason, hash,
      pages, patients, versions) values ('testby', 'real', 'nord-1', ${++made}, 'Kari', now(), 'uke',
      '', 1, 1, '{}')`,
  },
  {
    table: 'access_log',
    duty: 'fetchPatientPart',
    newRow: () => loggedBy(account),
  },
]

function loggedBy(employee: string): RawBuilder<unknown> {
  return sql`(municipality_id, world, zone_id, employee_id, patient_id, opened_at, revealed, reason)
    values ('testby', 'real', 'nord-1', ${employee}, ${randomUUID()}, now(), 'code', 'Leder en enhet')`
}

function anAlarm(): RawBuilder<unknown> {
  return sql`(municipality_id, alarm_id, kind, at)
    values ('testby', ${randomUUID()}, 'restored', now())`
}

function insert(scope: TenantScope, table: string, row: RawBuilder<unknown>): Promise<unknown> {
  return withTenant(db, scope, (transaction) =>
    sql`insert into ${sql.table(table)} ${row}`.execute(transaction),
  )
}

async function count(scope: TenantScope, table: string): Promise<number> {
  return await withTenant(db, scope, async (transaction) => {
    const { rows } = await sql`select 1 from ${sql.table(table)}`.execute(transaction)
    return rows.length
  })
}

const cases = tables.flatMap((one) => Role.options.map((role) => ({ ...one, role })))

describe.each(cases)('$role and $table', ({ table, duty, newRow, role }) => {
  const scope = { ...server, account, role }
  const may = mayDo(role, duty)

  test('a row is written as the table of duties says', async () => {
    const written = await insert(scope, table, newRow()).then(
      () => 'written',
      (error: unknown) => String(error),
    )

    expect(written).toMatch(may ? /^written$/ : /violates row-level security/)
  })

  test('a row that stands is read as the table of duties says', async () => {
    await insert(server, table, newRow())

    expect((await count(scope, table)) > 0).toBe(may)
  })
})

describe.each(Role.options)('%s and alarm', (role) => {
  const scope = { ...server, account, role }
  test('a row is written by the server alone', async () => {
    await expect(insert(scope, 'alarm', anAlarm())).rejects.toThrow(/row-level security/)
  })

  test('a row that stands is read as the table of duties says', async () => {
    await insert(server, 'alarm', anAlarm())

    expect((await count(scope, 'alarm')) > 0).toBe(mayDo(role, 'readAlarms'))
  })
})

test('the digital health on-call neither reads nor writes a colleague’s line of the log', async () => {
  const scope = { ...server, account: EmployeeId.parse(randomUUID()), role: 'hdu' } as const
  await insert(server, 'access_log', loggedBy(account))

  expect(await count(scope, 'access_log')).toBe(0)
  await expect(insert(scope, 'access_log', loggedBy(account))).rejects.toThrow(/row-level security/)
})

test('what the server sends is not logged without part and reason', async () => {
  const row = sql`(municipality_id, world, zone_id, employee_id, patient_id, opened_at, revealed)
    values ('testby', 'real', 'nord-1', ${account}, ${randomUUID()}, now(), 'code')`

  await expect(insert(server, 'access_log', row)).rejects.toThrow(/check constraint/)
})
