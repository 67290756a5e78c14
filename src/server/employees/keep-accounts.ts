import { sql } from 'kysely'
import type { AccountEventDetail, AccountEventKind } from '#domain/accounts/account-event.ts'
import type { Keeper } from '#domain/accounts/judge-account.ts'
import type { EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import type { Sources } from '../base/sources.ts'
import type { AccountsDatabase, DatabaseTransaction } from '../database/database.ts'
import { withAccounts } from '../database/with-tenant.ts'

export type KeepingServices = { accounts: AccountsDatabase; sources: Sources }

/** A change of accounts, sections or zones, and who makes it. */
export type Keeping = {
  transaction: DatabaseTransaction
  municipality: MunicipalityId
  keeper: Keeper
  sources: Sources
}

/** As `Keeping`, for functions that open their own transaction. */
export type KeepingFor = { municipality: MunicipalityId; keeper: Keeper }

/**
 * Runs one change of a municipality's accounts, sections and zones as the server itself, after every other: two administrators
 * who close each other at the same moment are one after the other.
 */
export async function keepAccounts<Value>(
  { accounts, sources }: KeepingServices,
  { municipality, keeper }: KeepingFor,
  work: (keeping: Keeping) => Promise<Value>,
): Promise<Value> {
  return await withAccounts(accounts, municipality, async (transaction) => {
    const lock = `accounts ${municipality}`
    await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(transaction)
    return await work({ transaction, municipality, keeper, sources })
  })
}

/** Reads accounts, sections and zones for a keeper, who waits for nobody. */
export async function readKept<Value>(
  { accounts, sources }: KeepingServices,
  { municipality, keeper }: KeepingFor,
  read: (keeping: Keeping) => Promise<Value>,
): Promise<Value> {
  return await withAccounts(accounts, municipality, (transaction) =>
    read({ transaction, municipality, keeper, sources }),
  )
}

/** Writes down what was done, in the transaction that does it. */
export async function logAccountEvent(
  { transaction, municipality, keeper, sources }: Keeping,
  kind: AccountEventKind,
  accountId: EmployeeId | null,
  detail: AccountEventDetail,
): Promise<void> {
  await transaction
    .insertInto('accountEvent')
    .values({
      municipalityId: municipality,
      at: sources.now(),
      byAccount: keeper?.id ?? null,
      accountId,
      kind,
      detail: JSON.stringify(detail),
    })
    .execute()
}
