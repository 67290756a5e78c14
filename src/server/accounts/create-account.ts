import { EmployeeId, type MunicipalityId, type ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import type { Sources } from '../base/sources.ts'
import type { AccountsDatabase } from '../database/database.ts'
import { withAccounts } from '../database/with-tenant.ts'
import { recordSecurityEvent } from '../security/record-security-event.ts'
import { grantRole, grantZone } from './account-rights.ts'
import type { PasswordHasher } from './password-hasher.ts'
import { usernameFrom } from './sign-in.ts'

export type NewAccount = {
  username: string
  password: string
  role: Role
  name: string
  title: string
  hprNumber: string | null
  zones: readonly ZoneId[]
}

export type AccountServices = {
  accounts: AccountsDatabase
  sources: Sources
  passwords: PasswordHasher
}

/** Creates a local account, which can sign in at once. */
export async function createAccount(
  { accounts, sources, passwords }: AccountServices,
  municipalityId: MunicipalityId,
  { password, zones, ...account }: NewAccount,
): Promise<EmployeeId> {
  const accountId = EmployeeId.parse(sources.newId())
  const passwordHash = await passwords.hash(password)
  await withAccounts(accounts, municipalityId, async (transaction) => {
    await transaction
      .insertInto('account')
      .values({
        ...account,
        municipalityId,
        accountId,
        passwordHash,
        username: usernameFrom(account.username),
        closedAt: null,
        closedForAbuseFrom: null,
      })
      .execute()
    const holder = { municipalityId, accountId }
    await grantRole(transaction, holder, account.role, sources.now())
    for (const zoneId of zones) await grantZone(transaction, holder, zoneId, sources.now())
    const event = { kind: 'accountCreated', at: sources.now(), employeeId: accountId } as const
    await recordSecurityEvent(transaction, municipalityId, event)
  })
  return accountId
}
