import type { CloseAccount, ChangeAccount, MakeAccount } from '#contract/accounts/accounts.ts'
import type { SignInCode } from '#contract/accounts/accounts.ts'
import { type Account, allZones } from '#domain/accounts/account.ts'
import { type AccountRefusal, judgeRights, keepsAccount } from '#domain/accounts/judge-account.ts'
import { proposeUsername } from '#domain/accounts/propose-username.ts'
import type { EmployeeId, ZoneId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import { changeRole, changeZones } from '../accounts/account-rights.ts'
import { closeAccount as closeForGood } from '../accounts/close-account.ts'
import { insertAccount } from '../accounts/create-account.ts'
import { usernameFrom } from '../accounts/sign-in.ts'
import { type Keeping, logAccountEvent } from './keep-accounts.ts'
import { findAccount } from './list-accounts.ts'
import { readDays } from './read-days.ts'
import { issueSignInCode, withdrawSignInCode } from './sign-in-codes.ts'

type Saved = { account: Account; code: SignInCode | null }
type Outcome = Promise<Result<Saved, AccountRefusal>>

/** Makes an account that lets nobody in before its owner has used the code. */
export async function makeAccount(keeping: Keeping, message: MakeAccount): Outcome {
  const { transaction, municipality, keeper, sources } = keeping
  const { standIn, ...fields } = message
  const { role, zones } = fields
  const asked = message.username === null ? null : usernameFrom(message.username)
  const fault = judgeRights(keeper, message) ?? (await judgeZones(transaction, zones, []))
  if (fault !== null) return refused({ kind: fault })
  const period = standIn ? readDays(standIn, sources.now()) : accepted(null)
  if (!period.ok) return period
  const taken = await listUsernames(transaction)
  if (asked !== null && taken.has(asked)) return refused({ kind: 'usernameTaken' })
  const username = asked ?? proposeUsername(message.name, (name) => taken.has(name))
  const made = { ...fields, username, passwordHash: null, period: period.value }
  const id = await insertAccount(transaction, { municipality, sources }, made)
  await logAccountEvent(keeping, 'made', id, { role, zones, period: period.value })
  const code = await issueSignInCode(keeping, {
    id,
    name: message.name,
    username,
    standIn: period.value,
  })
  return await savedAs(keeping, id, code)
}

export async function changeAccount(keeping: Keeping, message: ChangeAccount): Outcome {
  const { transaction, municipality, keeper, sources } = keeping
  const { account: id, name, title, hprNumber, role, zones } = message
  const before = await openAccount(keeping, id)
  if (!before.ok) return before
  const fault =
    judgeRights(keeper, message) ?? (await judgeZones(transaction, zones, before.value.zones))
  if (fault !== null) return refused({ kind: fault })
  const isDemoted = before.value.role === 'administrator' && role !== 'administrator'
  if (isDemoted && (await isLastAdministrator(transaction, id))) {
    return refused({ kind: 'lastAdministrator' })
  }
  await transaction
    .updateTable('account')
    .set({ name, title, hprNumber })
    .where('accountId', '=', id)
    .execute()
  const holder = { municipalityId: municipality, accountId: id }
  await changeRole(transaction, holder, role, sources.now())
  await keepZones(keeping, before.value, message)
  const rights = { role: before.value.role, zones: before.value.zones }
  await logAccountEvent(keeping, 'changed', id, { role, zones, before: rights })
  return await savedAs(keeping, id, null)
}

/** Gives her these zones for good, and leaves her those that are lent to her. An administrator has neither. */
async function keepZones(
  { transaction, municipality: municipalityId, sources }: Keeping,
  { id: accountId, lentZones = [] }: Account,
  { role, zones }: Pick<ChangeAccount, 'role' | 'zones'>,
): Promise<void> {
  const isOver = (zone: ZoneId) => role === 'administrator' || zones.includes(zone)
  const stays = lentZones.filter(({ zone }) => !isOver(zone))
  for (const { zone } of lentZones.filter((lent) => !stays.includes(lent))) {
    await transaction
      .deleteFrom('lentZone')
      .where('accountId', '=', accountId)
      .where('zoneId', '=', zone)
      .execute()
  }
  const now = sources.now()
  const begun = stays.filter(({ from, to }) => from <= now && now < to).map(({ zone }) => zone)
  await changeZones(transaction, { municipalityId, accountId }, [...zones, ...begun], now)
}

/** Her sessions and her code end with it, and her next request is refused. */
export async function closeAccount(
  keeping: Keeping,
  { account: id, reason }: CloseAccount,
): Outcome {
  const { transaction, municipality, sources } = keeping
  const before = await openAccount(keeping, id)
  if (!before.ok) return before
  const isAdministrator = before.value.role === 'administrator'
  if (isAdministrator && (await isLastAdministrator(transaction, id))) {
    return refused({ kind: 'lastAdministrator' })
  }
  const closing = { at: sources.now(), abuseFrom: reason.kind === 'abuse' ? reason.since : null }
  await closeForGood(transaction, { municipalityId: municipality, accountId: id }, closing)
  await withdrawSignInCode(keeping, id)
  await logAccountEvent(keeping, 'closed', id, { reason: reason.kind })
  return await savedAs(keeping, id, null)
}

/** A new code for somebody whose first one is lost, or who has forgotten her password. The password works until it is used. */
export async function giveCode(keeping: Keeping, id: EmployeeId): Outcome {
  const before = await openAccount(keeping, id)
  if (!before.ok) return before
  return await savedAs(keeping, id, await issueSignInCode(keeping, before.value))
}

/** An account that is open and the keeper's to change. */
async function openAccount(
  { transaction, keeper, sources }: Keeping,
  id: EmployeeId,
): Promise<Result<Account, AccountRefusal>> {
  const account = await findAccount(transaction, id, { keeper, now: sources.now() })
  if (account === null) return refused({ kind: 'unknownAccount' })
  const fault = keepsAccount(keeper, { ...account, zones: allZones(account) })
  if (fault !== null) return refused({ kind: fault })
  return account.closedAt === null ? accepted(account) : refused({ kind: 'closed' })
}

export async function savedAs(
  { transaction, keeper, sources }: Keeping,
  id: EmployeeId,
  code: SignInCode | null,
): Outcome {
  const account = await findAccount(transaction, id, { keeper, now: sources.now() })
  if (account === null) throw new Error('An account that was saved is not there.')
  return accepted({ account, code })
}

/** Zones that she has already may be out of use; a new one may not. */
export async function judgeZones(
  transaction: DatabaseTransaction,
  zones: readonly ZoneId[],
  had: readonly ZoneId[],
): Promise<'unknownZone' | 'closedZone' | null> {
  const fresh = zones.filter((zone) => !had.includes(zone))
  if (fresh.length === 0) return null
  const rows = await transaction
    .selectFrom('zone')
    .select(['zoneId', 'closedAt'])
    .where('zoneId', 'in', fresh)
    .execute()
  if (rows.length < new Set(fresh).size) return 'unknownZone'
  return rows.some(({ closedAt }) => closedAt !== null) ? 'closedZone' : null
}

/** Whether no other open administrator has a password: one whose code waits has proved nothing yet, and a stand-in's time ends. */
export async function isLastAdministrator(
  transaction: DatabaseTransaction,
  id: EmployeeId,
): Promise<boolean> {
  const other = await transaction
    .selectFrom('account')
    .select('accountId')
    .where('role', '=', 'administrator')
    .where('accountId', '<>', id)
    .where('closedAt', 'is', null)
    .where('passwordHash', 'is not', null)
    .where('validTo', 'is', null)
    .executeTakeFirst()
  return other === undefined
}

export async function listUsernames(transaction: DatabaseTransaction): Promise<Set<string>> {
  const rows = await transaction.selectFrom('account').select('username').execute()
  return new Set(rows.map(({ username }) => username))
}
