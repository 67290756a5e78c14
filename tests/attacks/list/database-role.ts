import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { hasErrorCode } from '#server/base/error-code.ts'
import type { Database } from '#server/database/database.ts'
import { asOwner } from '#server/database/prepare-database.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import type { Attack, Outcome, Parts } from '../attack.ts'
import { type Ground, alone } from '../ground.ts'
import { type Hired, type Town, north, second } from '../town.ts'

type Sql = RawBuilder<unknown>

/** What PostgreSQL answers to whoever lacks a right, and to a row that breaks a constraint. */
const refusals = ['42501', '23514']

type Injection = {
  /** What the tables' owner would have to do first for it to succeed; null for a server that signs in as the owner. */
  weakening: string | null
  statement: (town: Town, nurse: Hired) => Sql[]
}

/**
 * Runs SQL as it would run if it slipped into a query of care data: on the server's connection, as the application role, in
 * the scope of a whole municipality.
 */
async function inject(
  ground: Ground,
  parts: Parts,
  { weakening, statement }: Injection,
): Promise<Outcome> {
  const town = await ground.town(parts === 'weakened' ? alone : undefined)
  const nurse = await town.hire('Nina Dahl', 'nurse', [north])
  await town.put('nord-1/critical', randomUUID(), { name: 'Somby' })
  const touch = (db: Database) =>
    withTenant(db, town.scope, async (transaction) => {
      let rows = 0
      for (const one of statement(town, nurse)) {
        const answer = await one.execute(transaction)
        rows = Number(answer.numAffectedRows ?? answer.rows.length)
      }
      return rows
    })
  const touchWeakened = () =>
    asOwner(town.urls.owner, async (owner) => {
      if (weakening === null) return await touch(owner)
      await sql.raw(weakening).execute(owner)
      return await touch(town.services.db)
    })
  try {
    const touched = await (parts === 'weakened' ? touchWeakened() : touch(town.services.db))
    return { refused: touched === 0, note: `PostgreSQL did it, and ${touched} rows were touched.` }
  } catch (error) {
    if (!hasErrorCode(error, ...refusals)) throw error
    return { refused: true, note: `PostgreSQL said: ${String(error)}.` }
  }
}

export const passwordHashes: Attack = {
  name: 'password-hashes',
  about: 'SQL that slips into a query of care data reads the hashes of all passwords.',
  run: (ground, parts) =>
    inject(ground, parts, {
      weakening: 'grant select on account to beredt_app',
      statement: () => [sql`select username, password_hash from account`],
    }),
}

export const accountsRole: Attack = {
  name: 'accounts-role',
  about: 'SQL that slips into a query of care data takes the role that accounts belong to.',
  run: (ground, parts) =>
    inject(ground, parts, {
      weakening: null,
      statement: () => [
        sql`set local role beredt_accounts`,
        sql`select password_hash from account`,
      ],
    }),
}

export const ownRole: Attack = {
  name: 'own-role',
  about: 'SQL that slips into a query of care data makes a nurse administrator.',
  run: (ground, parts) =>
    inject(ground, parts, {
      weakening: 'grant update on account to beredt_app',
      statement: (_town, { profile }) => [
        sql`update account set role = 'administrator' where account_id = ${profile.author.employeeId}`,
      ],
    }),
}

export const foreignZoneTaken: Attack = {
  name: 'foreign-zone-taken',
  about: 'SQL that slips into a query of care data gives a nurse a zone.',
  run: (ground, parts) =>
    inject(ground, parts, {
      weakening: 'grant insert on account_zone to beredt_app',
      statement: ({ municipality }, { profile }) => [
        sql`insert into account_zone values (${municipality}, ${profile.author.employeeId}, ${second})`,
      ],
    }),
}

export const rewrittenAccessLog: Attack = {
  name: 'rewritten-access-log',
  about:
    'SQL that slips into a query of care data lets a line of the access log name somebody else.',
  run: (ground, parts) =>
    inject(ground, parts, {
      weakening: 'grant update on access_log to beredt_app',
      statement: ({ municipality }, { profile }) => [
        sql`insert into access_log (municipality_id, world, zone_id, employee_id, patient_id, opened_at, revealed, reason)
          values (${municipality}, 'real', ${north}, ${profile.author.employeeId}, ${randomUUID()}, now(), 'code', 'Leder')`,
        sql`update access_log set employee_id = ${randomUUID()}`,
      ],
    }),
}

export const rewrittenEntry: Attack = {
  name: 'rewritten-entry',
  about: 'SQL that slips into a query of care data changes when a received entry was received.',
  run: (ground, parts) =>
    inject(ground, parts, {
      weakening: 'grant update on inbox to beredt_app',
      statement: ({ municipality }) => {
        const device = randomUUID()
        return [
          sql`insert into device (municipality_id, device_id, key_id, head, notice_cursor)
            values (${municipality}, ${device}, 'k', 0, 0)`,
          sql`insert into inbox (municipality_id, device_id, bytes_hash, entry_hash, entry_id, n, prev_hash, status, projected,
              received_at, entry)
            values (${municipality}, ${device}, 'b', 'e', ${randomUUID()}, 1, '', 'stored', 'applied', now(), '{}')`,
          sql`update inbox set received_at = now() - interval '1 day'`,
        ]
      },
    }),
}

export const movedDocument: Attack = {
  name: 'moved-document',
  about: 'SQL that slips into a query of care data moves a patient’s card to another zone.',
  run: (ground, parts) =>
    inject(ground, parts, {
      weakening: 'alter table stream_doc drop constraint stream_doc_in_its_zone',
      statement: ({ stream }) => [
        sql`update stream_doc set zone_id = ${second} where stream_id = ${stream('nord-1/critical')}`,
      ],
    }),
}
