import type { RedeemSignInCode } from '#contract/accounts/redeem-sign-in-code.ts'
import type { SignInCode } from '#contract/accounts/accounts.ts'
import { readSignInCode, signInCodeDays, signInCodeOf } from '#domain/accounts/sign-in-code.ts'
import { outsideTime, periodIn, type StandInPeriod } from '#domain/accounts/stand-in.ts'
import type { EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import type { AccountServices } from '../accounts/create-account.ts'
import type { LoginAttemptRepository } from '../accounts/login-attempt-repository.ts'
import { type Proof, type SignInFrom, signInBy } from '../accounts/sign-in.ts'
import { tokenHash } from '../accounts/token-hash.ts'
import { keepAccounts, type Keeping, logAccountEvent } from './keep-accounts.ts'

type Receiver = {
  id: EmployeeId
  name: string
  username: string
  standIn?: StandInPeriod | null | undefined
}

/** Gives an account a one-time code in place of the one before. Only its hash is kept. */
export async function issueSignInCode(
  keeping: Keeping,
  { id, name, username, standIn }: Receiver,
): Promise<SignInCode> {
  const { transaction, municipality, sources } = keeping
  const now = sources.now()
  const code = signInCodeOf(Buffer.from(sources.newToken(), 'base64url'))
  // A stand-in who begins next month uses hers then.
  const usableFrom = standIn && standIn.from > now ? standIn.from : now
  const expiresAt = plusMinutes(usableFrom, signInCodeDays * 24 * 60)
  const fresh = { codeHash: tokenHash(code), issuedAt: now, expiresAt }
  await transaction
    .insertInto('signInCode')
    .values({ municipalityId: municipality, accountId: id, ...fresh })
    .onConflict((known) => known.columns(['municipalityId', 'accountId']).doUpdateSet(fresh))
    .execute()
  await logAccountEvent(keeping, 'codeIssued', id, {})
  return { account: id, name, username, code, expiresAt }
}

/** A code that an account no longer needs, or is not to use. */
export async function withdrawSignInCode(
  { transaction }: Pick<Keeping, 'transaction'>,
  account: EmployeeId,
): Promise<void> {
  await transaction.deleteFrom('signInCode').where('accountId', '=', account).execute()
}

/**
 * Chooses a password by a one-time code. The tries are counted as those of a sign-in, and a wrong username, a wrong code and an
 * expired one are the same answer.
 */
export async function redeemSignInCode(
  services: AccountServices & { attempts: LoginAttemptRepository },
  from: SignInFrom,
  { username, code, password }: RedeemSignInCode,
): Promise<EmployeeId> {
  const codeHash = tokenHash(readSignInCode(code) ?? '')
  const account = await signInBy(services.attempts, from, username, (name) =>
    useCode(services, from.municipality, { username: name, codeHash, password }),
  )
  return account
}

type CodeUse = { username: string; codeHash: string; password: string }

/** The code is used up, and every session that she had ends. */
async function useCode(
  services: AccountServices,
  municipality: MunicipalityId,
  { username, codeHash, password }: CodeUse,
): Promise<Proof> {
  const passwordHash = await services.passwords.hash(password)
  return await keepAccounts(services, { municipality, keeper: null }, async (keeping) => {
    const { transaction, sources } = keeping
    const found = await transaction
      .selectFrom('account')
      .innerJoin('signInCode', 'signInCode.accountId', 'account.accountId')
      .select(['account.accountId', 'account.role', 'account.validFrom', 'account.validTo'])
      .where('account.username', '=', username)
      .where('account.closedAt', 'is', null)
      .where('signInCode.codeHash', '=', codeHash)
      .where('signInCode.expiresAt', '>', sources.now())
      .executeTakeFirst()
    if (found === undefined) return { kind: 'wrong', accountId: null }
    const { accountId, role } = found
    // Her code is not used up: it works when her time has begun.
    const outside = outsideTime(periodIn(found), sources.now())
    if (outside !== null) return { kind: 'outsideTime', accountId, outside }
    await withdrawSignInCode(keeping, accountId)
    await transaction
      .updateTable('account')
      .set({ passwordHash })
      .where('accountId', '=', accountId)
      .execute()
    await transaction.deleteFrom('session').where('accountId', '=', accountId).execute()
    const own = { ...keeping, keeper: { id: accountId, role, zones: [] } }
    await logAccountEvent(own, 'passwordChosen', accountId, {})
    return { kind: 'proven', accountId }
  })
}
