import type { EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import type { Sources } from '../base/sources.ts'
import { enrolmentNonces } from './enrolment-nonces.ts'
import { idleMinutes, maxMinutes, parkedToken } from './session-token.ts'
import { tokenHash } from './token-hash.ts'

/** Longer than a password counts as recent: a session that was resumed never lets anybody enrol new keys. */
const notRecentMinutes = 11

/** Leaves of a session only whose it is and when its password was given: no token opens it any more. */
export async function parkSession(
  transaction: DatabaseTransaction,
  sessionId: string,
): Promise<void> {
  await transaction
    .updateTable('session')
    .set({ tokenHash: parkedToken, previousTokenHash: null, confirmedAt: null })
    .where('sessionId', '=', sessionId)
    .execute()
}

/**
 * Begins the resumption of an employee's session: her newest one that has not expired gets a nonce. Null when she has
 * none, because she has not given her password for a month, or has used none of her sessions for fourteen days.
 */
export async function startResuming(
  transaction: DatabaseTransaction,
  employeeId: EmployeeId,
  sources: Sources,
): Promise<string | null> {
  const found = await livingSessions(transaction, employeeId, sources.now())
    .select('session.sessionId')
    .orderBy((by) => by('session.tokenHash', '=', parkedToken), 'desc')
    .orderBy('session.createdAt', 'desc')
    .executeTakeFirst()
  if (found === undefined) return null
  return enrolmentNonces(transaction, sources).issue(found.sessionId)
}

/** Uses the nonce up and starts a session of as long ago as the one that has it; null when the nonce is unusable. */
export async function resumeSession(
  transaction: DatabaseTransaction,
  { municipality, employeeId, nonce }: Resumption,
  sources: Sources,
): Promise<string | null> {
  const now = sources.now()
  const found = await livingSessions(transaction, employeeId, now)
    .select(['session.sessionId', 'session.createdAt'])
    .where('session.enrolmentNonceHash', '=', tokenHash(nonce))
    .executeTakeFirst()
  if (found === undefined) return null
  const used = await enrolmentNonces(transaction, sources).use(found.sessionId, nonce)
  if (used === 'unusable') return null
  await transaction
    .deleteFrom('session')
    .where('accountId', '=', employeeId)
    .where('tokenHash', '=', parkedToken)
    .execute()
  const [sessionId, token] = [sources.newId(), sources.newToken()]
  await transaction
    .insertInto('session')
    .values({
      municipalityId: municipality,
      sessionId,
      accountId: employeeId,
      tokenHash: tokenHash(token),
      previousTokenHash: null,
      rotatedAt: now,
      confirmedAt: null,
      createdAt: earlier(found.createdAt, plusMinutes(now, -notRecentMinutes)),
      seenAt: now,
    })
    .execute()
  return `${sessionId}.${token}`
}

type Resumption = { municipality: MunicipalityId; employeeId: EmployeeId; nonce: string }

function livingSessions(transaction: DatabaseTransaction, employeeId: EmployeeId, now: Instant) {
  return transaction
    .selectFrom('session')
    .innerJoin('account', 'account.accountId', 'session.accountId')
    .where('session.accountId', '=', employeeId)
    .where('account.closedAt', 'is', null)
    .where((by) => by.or([by('account.validFrom', 'is', null), by('account.validFrom', '<=', now)]))
    .where((by) => by.or([by('account.validTo', 'is', null), by('account.validTo', '>', now)]))
    .where('session.createdAt', '>', plusMinutes(now, -maxMinutes))
    .where('session.seenAt', '>', plusMinutes(now, -idleMinutes))
}

function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b
}
