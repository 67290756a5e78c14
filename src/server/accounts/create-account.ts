import type { StandInPeriod } from '#domain/accounts/stand-in.ts'
import { EmployeeId, type MunicipalityId, type ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import type { Sources } from '../base/sources.ts'
import type { AccountsDatabase, DatabaseTransaction } from '../database/database.ts'
import { withAccounts } from '../database/with-tenant.ts'
import { recordSecurityEvent } from '../security/record-security-event.ts'
import { grantRole, grantZone } from './account-rights.ts'
import type { PasswordHasher } from './password-hasher.ts'
import { usernameFrom } from './sign-in.ts'

type AccountFields = {
  username: string
  role: Role
  name: string
  title: string
  hprNumber: string | null
  zones: readonly ZoneId[]
  /** Left out or null for an account that is valid until it is closed. */
  period?: StandInPeriod | null
}

export type NewAccount = AccountFields & { password: string }

export type AccountServices = {
  accounts: AccountsDatabase
  sources: Sources
  passwords: PasswordHasher
}

/** Creates a local account, which can sign in at once. */
export async function createAccount(
  { accounts, sources, passwords }: AccountServices,
  municipality: MunicipalityId,
  { password, ...account }: NewAccount,
): Promise<EmployeeId> {
  const passwordHash = await passwords.hash(password)
  return await withAccounts(accounts, municipality, (transaction) =>
    insertAccount(transaction, { municipality, sources }, { ...account, passwordHash }),
  )
}

/** Writes an account with what it may, and the history of that. A null hash lets nobody in. */
export async function insertAccount(
  transaction: DatabaseTransaction,
  { municipality: municipalityId, sources }: { municipality: MunicipalityId; sources: Sources },
  { zones, period = null, ...account }: AccountFields & { passwordHash: string | null },
): Promise<EmployeeId> {
  const accountId = EmployeeId.parse(sources.newId())
  await transaction
    .insertInto('account')
    .values({
      ...account,
      municipalityId,
      accountId,
      username: usernameFrom(account.username),
      closedAt: null,
      closedForAbuseFrom: null,
      validFrom: period?.from ?? null,
      validTo: period?.to ?? null,
    })
    .execute()
  const holder = { municipalityId, accountId }
  await grantRole(transaction, holder, account.role, sources.now())
  for (const zoneId of zones) await grantZone(transaction, holder, zoneId, sources.now())
  const event = { kind: 'accountCreated', at: sources.now(), employeeId: accountId } as const
  await recordSecurityEvent(transaction, municipalityId, event)
  return accountId
}
