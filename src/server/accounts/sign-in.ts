import type { SignIn } from '#contract/sign-in.ts'
import type { EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import type { AccountsDatabase } from '../database/database.ts'
import { withAccounts } from '../database/with-tenant.ts'
import { Refused } from '../base/refused.ts'
import type { LoginAttemptRepository } from './login-attempt-repository.ts'
import type { PasswordHasher } from './password-hasher.ts'
import { accountLimit, addressLimit } from './sign-in-limit.ts'

export type LocalSignIn = {
  accounts: AccountsDatabase
  attempts: LoginAttemptRepository
  passwords: PasswordHasher
}

/**
 * Finds the account of a username and password, or refuses.
 *
 * An unknown username, a disabled account and an account that signs in elsewhere take the same steps and the same time
 * as a wrong password. Sign-in by OpenID Connect ends in the same place: an account id for `sessions.start`.
 */
export async function signInLocally(
  { accounts, attempts, passwords }: LocalSignIn,
  from: { municipality: MunicipalityId; address: string },
  { username, password }: SignIn,
): Promise<EmployeeId> {
  return await signInBy(attempts, from, username, async (name) => {
    const found = await findAccount(accounts, from.municipality, name)
    const isRight = await passwords.matches(password, found?.passwordHash ?? null)
    if (isRight && found !== null) return { kind: 'proven', accountId: found.accountId }
    return { kind: 'wrong', accountId: found?.accountId ?? null }
  })
}

/** Whose something is that only an account's owner has; when it is wrong, whom it was tried on, where she is known. */
export type Proof =
  | { kind: 'proven'; accountId: EmployeeId }
  | { kind: 'wrong'; accountId: EmployeeId | null }

/** Lets an account in by a password or a code, or refuses. */
export async function signInBy(
  attempts: LoginAttemptRepository,
  from: { municipality: MunicipalityId; address: string },
  username: string,
  prove: (username: string) => Promise<Proof>,
): Promise<EmployeeId> {
  const name = usernameFrom(username)
  const account = { kind: 'account', name, limit: accountLimit } as const
  const address = { kind: 'address', name: from.address, limit: addressLimit } as const
  refuseUntil(await attempts.waitSeconds(from.municipality, address))
  // Counted before the proof is checked and cleared when it is right, so parallel attempts gain nothing.
  refuseUntil(await attempts.countFailure(from.municipality, account))
  const proof = await prove(name)
  if (proof.kind === 'wrong') {
    await attempts.countFailure(from.municipality, address)
    await attempts.recordRefusal(from, proof.accountId, [account, address])
    throw new Refused('wrongSignIn')
  }
  await attempts.forget(from.municipality, account)
  return proof.accountId
}

/** Returns a username as it is stored: lower case, because a phone's keyboard may capitalise the first letter. */
export function usernameFrom(text: string): string {
  return text.trim().normalize('NFC').toLowerCase()
}

function refuseUntil(seconds: number): void {
  if (seconds > 0) throw new Refused('tooManyTries', { retryAfterSeconds: seconds })
}

async function findAccount(
  accounts: AccountsDatabase,
  municipality: MunicipalityId,
  username: string,
): Promise<{ accountId: EmployeeId; passwordHash: string | null } | null> {
  const found = await withAccounts(accounts, municipality, (transaction) =>
    transaction
      .selectFrom('account')
      .select(['accountId', 'passwordHash'])
      .where('username', '=', username)
      .where('closedAt', 'is', null)
      .executeTakeFirst(),
  )
  return found ?? null
}
