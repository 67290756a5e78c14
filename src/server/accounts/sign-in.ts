import type { SignIn } from '#contract/sign-in.ts'
import type { EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import { type OutsideTime, outsideTime, periodIn } from '#domain/accounts/stand-in.ts'
import type { Instant } from '#domain/time/instant.ts'
import { outsideTime as outsideTimeText } from '#text/nb/words/refusals.ts'
import { fullDate } from '#text/nb/words/time.ts'
import { networkOf } from '../base/network-of.ts'
import type { PlaceLine } from '../base/place-line.ts'
import { Refused } from '../base/refused.ts'
import type { AccountsDatabase } from '../database/database.ts'
import type { Sources } from '../base/sources.ts'
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
  sources: Sources
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
  return await signInBy(services.attempts, from, username, async (name) => {
    const found = await findAccount(services.accounts, from.municipality, name)
    const isRight = await services.passwords.matches(password, found?.passwordHash ?? null)
    if (isRight && found !== null) return provenNow(found, services.sources.now())
    return { kind: 'wrong', accountId: found?.accountId ?? null }
  })
}

/** Whose something is that only an account's owner has; when it is wrong, whom it was tried on, where she is known. */
export type Proof =
  | { kind: 'proven'; accountId: EmployeeId }
  | { kind: 'wrong'; accountId: EmployeeId | null }
  /** What she has is right, and the time of her account is not now. Nobody else is told that there is such a time. */
  | { kind: 'outsideTime'; accountId: EmployeeId; outside: OutsideTime }

type Prove = (username: string) => Promise<Proof>

/**
 * Lets an account in by a password or a code, or refuses. Where one account after another is tried, the network waits; a device that
 * the employee has used before does not.
 */
export async function signInBy(
  attempts: LoginAttemptRepository,
  from: SignInFrom,
  username: string,
  prove: Prove,
): Promise<EmployeeId> {
  const name = usernameFrom(username)
  const { municipality, knownDevice } = from
  if (knownDevice !== null) {
    const counted = { kind: 'knownDevice', name: `${knownDevice.deviceId} ${name}` } as const
    return await signInAs(attempts, from, { name, prove, counted, others: [] })
  }
  const network = networkOf(from.address)
  const all = { kind: 'network', name: network, limit: networkLimit } as const
  refuseUntil(await attempts.waitSeconds(municipality, all))
  const counted = { kind: 'accountAtNetwork', name: `${network} ${name}` } as const
  return await signInAs(attempts, from, { name, prove, counted, others: [all] })
}

/** Returns a username as it is stored: lower case, because a phone's keyboard may capitalise the first letter. */
export function usernameFrom(text: string): string {
  return text.trim().normalize('NFC').toLowerCase()
}

type Tried = {
  name: string
  prove: Prove
  /** Who is counted before anything is looked at. */
  counted: Omit<Subject, 'limit'>
  /** Who is counted as well when it was wrong. */
  others: readonly Subject[]
}

async function signInAs(
  attempts: LoginAttemptRepository,
  from: SignInFrom,
  { name, prove, counted, others }: Tried,
): Promise<EmployeeId> {
  const { municipality } = from
  const subject = { ...counted, limit: accountLimit }
  // Counted before the proof is checked and cleared when it is right, so parallel attempts gain nothing.
  refuseUntil(await attempts.countFailure(municipality, subject))
  const proof = await prove(name).catch(async (error: unknown) => {
    // Nobody has looked at it.
    if (error instanceof Refused && error.kind === 'busy') {
      await attempts.takeBack(municipality, subject)
    }
    throw error
  })
  if (proof.kind === 'wrong') {
    for (const other of others) await attempts.countFailure(municipality, other)
    await attempts.recordRefusal(from, proof.accountId, [subject, ...others])
    throw new Refused('wrongSignIn')
  }
  await attempts.forget(municipality, subject)
  if (proof.kind === 'outsideTime') {
    await attempts.recordRefusal(from, proof.accountId, [])
    throw new Refused('notAllowed', {
      text: outsideTimeText[proof.outside.side](fullDate(proof.outside.on)),
    })
  }
  return proof.accountId
}

function refuseUntil(seconds: number): void {
  if (seconds > 0) throw new Refused('tooManyTries', { retryAfterSeconds: seconds })
}

type FoundAccount = {
  accountId: EmployeeId
  passwordHash: string | null
  validFrom: Instant | null
  validTo: Instant | null
}

function provenNow({ accountId, ...row }: FoundAccount, now: Instant): Proof {
  const outside = outsideTime(periodIn(row), now)
  if (outside !== null) return { kind: 'outsideTime', accountId, outside }
  return { kind: 'proven', accountId }
}

async function findAccount(
  accounts: AccountsDatabase,
  municipality: MunicipalityId,
  username: string,
): Promise<FoundAccount | null> {
  const found = await withAccounts(accounts, municipality, (transaction) =>
    transaction
      .selectFrom('account')
      .select(['accountId', 'passwordHash', 'validFrom', 'validTo'])
      .where('username', '=', username)
      // One that its time alone has closed is told so, by the right password.
      .where((by) => by.or([by('closedAt', 'is', null), by('closedAt', '=', by.ref('validTo'))]))
      .executeTakeFirst(),
  )
  return found ?? null
}
