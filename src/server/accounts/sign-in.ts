import type { SignIn } from '#contract/sign-in.ts'
import type { EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import { networkOf } from '../base/network-of.ts'
import type { PlaceLine } from '../base/place-line.ts'
import { Refused } from '../base/refused.ts'
import type { AccountsDatabase } from '../database/database.ts'
import { withAccounts } from '../database/with-tenant.ts'
import type { KnownDevice } from './known-devices.ts'
import type { LoginAttemptRepository, Subject } from './login-attempt-repository.ts'
import type { PasswordHasher } from './password-hasher.ts'
import { accountLimit, networkLimit } from './sign-in-limit.ts'

/** Sign-ins wait for each other and for nothing else, and those of known devices for no stranger's. */
export type SignInLines = { known: PlaceLine; others: PlaceLine }

export type LocalSignIn = {
  accounts: AccountsDatabase
  attempts: LoginAttemptRepository
  passwords: PasswordHasher
}

export type SignInFrom = {
  municipality: MunicipalityId
  address: string
  /** The device, when the employee of this username has signed in on it before; null for any other. */
  knownDevice: KnownDevice | null
}

/**
 * Finds the account of a username and password, or refuses.
 *
 * An unknown username, a disabled account and an account that signs in elsewhere take the same steps and the same time
 * as a wrong password. Sign-in by OpenID Connect ends in the same place: an account id for `sessions.start`.
 */
export async function signInLocally(
  services: LocalSignIn,
  from: SignInFrom,
  { username, password }: SignIn,
): Promise<EmployeeId> {
  const tried = { name: usernameFrom(username), password }
  const { knownDevice } = from
  if (knownDevice === null) return await signInAsStranger(services, from, tried)
  const counted = { kind: 'knownDevice', name: `${knownDevice.deviceId} ${tried.name}` } as const
  return await signInAs(services, from, { ...tried, counted, others: [] })
}

/** Returns a username as it is stored: lower case, because a phone's keyboard may capitalise the first letter. */
export function usernameFrom(text: string): string {
  return text.trim().normalize('NFC').toLowerCase()
}

/** Where one account after another is tried, the network waits. A device that the employee has used before does not. */
async function signInAsStranger(
  services: LocalSignIn,
  from: SignInFrom,
  { name, password }: { name: string; password: string },
): Promise<EmployeeId> {
  const network = networkOf(from.address)
  const all = { kind: 'network', name: network, limit: networkLimit } as const
  refuseUntil(await services.attempts.waitSeconds(from.municipality, all))
  const counted = { kind: 'accountAtNetwork', name: `${network} ${name}` } as const
  return await signInAs(services, from, { name, password, counted, others: [all] })
}

type Tried = {
  name: string
  password: string
  /** Who is counted before the password is looked at. */
  counted: Omit<Subject, 'limit'>
  /** Who is counted as well when it was wrong. */
  others: readonly Subject[]
}

async function signInAs(
  { accounts, attempts, passwords }: LocalSignIn,
  from: SignInFrom,
  { name, password, counted, others }: Tried,
): Promise<EmployeeId> {
  const { municipality } = from
  const subject = { ...counted, limit: accountLimit }
  // Counted before the password is checked and cleared when it is right, so parallel attempts gain nothing.
  refuseUntil(await attempts.countFailure(municipality, subject))
  const found = await findAccount(accounts, municipality, name)
  const isRight = await passwords
    .matches(password, found?.passwordHash ?? null)
    .catch(async (error: unknown) => {
      // Nobody has looked at the password.
      if (error instanceof Refused && error.kind === 'busy') {
        await attempts.takeBack(municipality, subject)
      }
      throw error
    })
  if (!isRight || found === null) {
    for (const other of others) await attempts.countFailure(municipality, other)
    await attempts.recordRefusal(from, found?.accountId ?? null, [subject, ...others])
    throw new Refused('wrongSignIn')
  }
  await attempts.forget(municipality, subject)
  return found.accountId
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
