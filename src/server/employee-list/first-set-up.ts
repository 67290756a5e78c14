import type { Keeping } from '../employees/keep-accounts.ts'

/** Gives the municipality its name, and ends the one-time link when an administrator has been made without it. */
export async function settleFirstSetUp(keeping: Keeping, name: string | null): Promise<void> {
  const { transaction } = keeping
  if (name !== null) await transaction.updateTable('municipality').set({ name }).execute()
  if (await isAdministered(keeping)) await transaction.deleteFrom('invitation').execute()
}

/** Whether somebody can keep accounts: an open administrator, also one whose code still waits. */
export async function isAdministered({ transaction }: Keeping): Promise<boolean> {
  const found = await transaction
    .selectFrom('account')
    .select('accountId')
    .where('role', '=', 'administrator')
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}
