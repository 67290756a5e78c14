import { sql } from 'kysely'
import { type Account, allZones, type SignInState } from '#domain/accounts/account.ts'
import { keepsAccount, type Keeper } from '#domain/accounts/judge-account.ts'
import { isClosedByTime, type LentZone, periodIn } from '#domain/accounts/stand-in.ts'
import type { EmployeeId, ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../database/database.ts'

type Row = {
  accountId: EmployeeId
  username: string
  name: string
  title: string
  hprNumber: string | null
  role: Role
  zones: ZoneId[]
  closedAt: Instant | null
  validFrom: Instant | null
  validTo: Instant | null
  lentZones: LentZone[]
  hasPassword: boolean
  codeExpiresAt: Instant | null
  lastUsedAt: Instant | null
  devices: number
}

type Reading = { keeper: Keeper; now: Instant }

/** Lists the accounts that a keeper may see, by name; the closed ones too. */
export async function listAccounts(
  transaction: DatabaseTransaction,
  { keeper, now }: Reading,
): Promise<Account[]> {
  const rows = await readRows(transaction, null)
  return rows.filter((row) => maySee(keeper, row)).map((row) => accountOf(row, { keeper, now }))
}

/** Null for an account that is not there. */
export async function findAccount(
  transaction: DatabaseTransaction,
  id: EmployeeId,
  reading: Reading,
): Promise<Account | null> {
  const [row] = await readRows(transaction, id)
  return row === undefined || !maySee(reading.keeper, row) ? null : accountOf(row, reading)
}

function maySee(keeper: Keeper, { accountId, zones, lentZones }: Row): boolean {
  if (keeper === null || keeper.role === 'administrator' || keeper.id === accountId) return true
  return allZones({ zones, lentZones }).some((zone) => keeper.zones.includes(zone))
}

function accountOf({ accountId, hasPassword, codeExpiresAt, ...row }: Row, by: Reading): Account {
  const { validFrom, validTo, ...shown } = row
  const standIn = periodIn({ validFrom, validTo })
  // Closed from that moment, also before the next round has written it down.
  const isOver = standIn !== null && standIn.to <= by.now
  const closedAt = row.closedAt ?? (isOver ? standIn.to : null)
  const rights = { id: accountId, role: row.role, zones: allZones(row) }
  const isKept = keepsAccount(by.keeper, rights) === null
  const mayChange = closedAt === null && isKept
  const mayExtend = isKept && (closedAt === null || isClosedByTime(closedAt, standIn))
  const access = { closedAt, standIn, mayChange, mayExtend }
  return {
    ...shown,
    ...access,
    id: accountId,
    signIn: signInOf(hasPassword, codeExpiresAt, by.now),
  }
}

function signInOf(hasPassword: boolean, expiresAt: Instant | null, now: Instant): SignInState {
  if (expiresAt !== null && expiresAt > now) return { kind: 'code', hasPassword, expiresAt }
  return { kind: hasPassword ? 'password' : 'none' }
}

async function readRows(transaction: DatabaseTransaction, id: EmployeeId | null): Promise<Row[]> {
  const { rows } = await sql<Omit<Row, 'lentZones'>>`
    select account.account_id, username, name, title, hpr_number, role, closed_at,
      password_hash is not null as has_password, sign_in_code.expires_at as code_expires_at,
      array(select zone_id from account_zone
        where account_zone.account_id = account.account_id
          and not exists (select from lent_zone where lent_zone.account_id = account.account_id
            and lent_zone.zone_id = account_zone.zone_id)
        order by zone_id) as zones,
      valid_from, valid_to,
      greatest(
        (select max(seen_at) from session where session.account_id = account.account_id),
        (select max(at) from device_contact where employee_id = account.account_id)
      ) as last_used_at,
      (select count(distinct device.device_id)::int from device
        join enrolled_key on enrolled_key.device_id = device.device_id
          and enrolled_key.municipality_id = device.municipality_id
        where enrolled_key.employee_id = account.account_id and device.closed_at is null) as devices
    from account
    left join sign_in_code on sign_in_code.account_id = account.account_id
    where ${id}::uuid is null or account.account_id = ${id}::uuid
    order by name, account.account_id`.execute(transaction)
  const lent = await transaction
    .selectFrom('lentZone')
    .select(['accountId', 'zoneId as zone', 'validFrom as from', 'validTo as to'])
    .orderBy('zoneId')
    .execute()
  return rows.map((row) => ({
    ...row,
    lentZones: lent.flatMap(({ accountId, ...zone }) =>
      accountId === row.accountId ? [zone] : [],
    ),
  }))
}
