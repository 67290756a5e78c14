import type { EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import { instantFromMilliseconds, plusMinutes } from '#domain/time/instant.ts'
import type { AccountsDatabase, DatabaseTransaction } from '../database/database.ts'
import { withAccounts } from '../database/with-tenant.ts'
import { recordSecurityEvent } from '../security/record-security-event.ts'
import type { Sources } from '../base/sources.ts'
import { type Failures, type SignInLimit, waitSeconds, withFailure } from './sign-in-limit.ts'
import { tokenHash } from './token-hash.ts'

const keptMinutes = 24 * 60
const beginning = instantFromMilliseconds(0)

export type Subject = {
  kind: 'knownDevice' | 'accountAtNetwork' | 'network'
  name: string
  limit: SignInLimit
}

/** Failed sign-ins are counted in the database, so a restart or a second server does not reset the count. */
export function loginAttemptRepository(accounts: AccountsDatabase, sources: Sources) {
  function inMunicipality<Value>(
    municipality: MunicipalityId,
    work: (transaction: DatabaseTransaction) => Promise<Value>,
  ): Promise<Value> {
    return withAccounts(accounts, municipality, work)
  }

  return {
    /** Answers the seconds to wait before the next attempt; 0 when there is no wait. */
    async waitSeconds(municipality: MunicipalityId, subject: Subject): Promise<number> {
      return await inMunicipality(municipality, async (transaction) =>
        waitSeconds(await findFailures(transaction, subject), sources.now(), subject.limit),
      )
    },

    /** Counts a failure unless the subject has to wait, in one transaction: simultaneous attempts are all counted. */
    async countFailure(municipality: MunicipalityId, subject: Subject): Promise<number> {
      return await inMunicipality(municipality, async (transaction) => {
        const now = sources.now()
        // Older than any limit looks back.
        await transaction
          .deleteFrom('loginAttempt')
          .where('lastFailureAt', '<', plusMinutes(now, -keptMinutes))
          .execute()
        await lockSubject(transaction, municipality, subject)
        const past = await findFailures(transaction, subject)
        const wait = waitSeconds(past, now, subject.limit)
        if (wait === 0)
          await save(transaction, municipality, subject, withFailure(past, now, subject.limit))
        return wait
      })
    },

    /**
     * Writes a wrong password down, and whether the next try must wait. The username is not kept: it may be a password that was
     * typed in the wrong field.
     */
    async recordRefusal(
      { municipality, address }: { municipality: MunicipalityId; address: string },
      employeeId: EmployeeId | null,
      subjects: readonly Subject[],
    ): Promise<void> {
      await inMunicipality(municipality, async (transaction) => {
        const at = sources.now()
        const waits: number[] = []
        for (const subject of subjects) {
          waits.push(waitSeconds(await findFailures(transaction, subject), at, subject.limit))
        }
        const kind = waits.some((wait) => wait > 0) ? 'signInBlocked' : 'signInRefused'
        await recordSecurityEvent(transaction, municipality, { kind, at, employeeId, address })
      })
    },

    /** Takes one failure back that was counted, of a try that nobody looked at. */
    async takeBack(municipality: MunicipalityId, subject: Subject): Promise<void> {
      await inMunicipality(municipality, (transaction) =>
        transaction
          .updateTable('loginAttempt')
          .set(({ eb }) => ({ failures: eb('failures', '-', 1) }))
          .where('kind', '=', subject.kind)
          .where('subjectHash', '=', tokenHash(subject.name))
          .where('failures', '>', 0)
          .execute(),
      )
    },

    async forget(municipality: MunicipalityId, subject: Subject): Promise<void> {
      await inMunicipality(municipality, (transaction) =>
        transaction
          .deleteFrom('loginAttempt')
          .where('kind', '=', subject.kind)
          .where('subjectHash', '=', tokenHash(subject.name))
          .execute(),
      )
    },
  }
}

export type LoginAttemptRepository = ReturnType<typeof loginAttemptRepository>

async function findFailures(
  transaction: DatabaseTransaction,
  subject: Subject,
): Promise<Failures | null> {
  const found = await transaction
    .selectFrom('loginAttempt')
    .select(['failures', 'lastFailureAt'])
    .where('kind', '=', subject.kind)
    .where('subjectHash', '=', tokenHash(subject.name))
    .executeTakeFirst()
  return found ?? null
}

/** Creates the row when there is none, so that there is a row to lock. */
async function lockSubject(
  transaction: DatabaseTransaction,
  municipalityId: MunicipalityId,
  subject: Subject,
): Promise<void> {
  await transaction
    .insertInto('loginAttempt')
    .values({
      municipalityId,
      kind: subject.kind,
      subjectHash: tokenHash(subject.name),
      failures: 0,
      lastFailureAt: beginning,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['municipalityId', 'kind', 'subjectHash'])
        .doUpdateSet((row) => ({ failures: row.ref('loginAttempt.failures') })),
    )
    .execute()
}

async function save(
  transaction: DatabaseTransaction,
  municipalityId: MunicipalityId,
  subject: Subject,
  failures: Failures,
): Promise<void> {
  await transaction
    .updateTable('loginAttempt')
    .set(failures)
    .where('municipalityId', '=', municipalityId)
    .where('kind', '=', subject.kind)
    .where('subjectHash', '=', tokenHash(subject.name))
    .execute()
}
