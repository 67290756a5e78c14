import { outsideTime, periodIn } from '#domain/accounts/stand-in.ts'
import type { EmployeeId, MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { Role } from '#domain/base/role.ts'
import { findCannotStore } from '../database/cannot-store.ts'
import type { AccountsDatabase, DatabaseTransaction } from '../database/database.ts'
import { withAccounts, type TenantScope } from '../database/with-tenant.ts'
import type { Sources } from '../base/sources.ts'
import { recordSecurityEvent } from '../security/record-security-event.ts'
import { idleMinutes, judgeToken } from './session-token.ts'
import { parkSession } from './resumed-sessions.ts'
import { tokenHash } from './token-hash.ts'

/** The employee who sent a request, and the scope of database queries made for that employee. */
export type SignedIn = {
  sessionId: string
  accountId: EmployeeId
  role: Role
  zones: readonly ZoneId[]
  /** When the employee gave her password: each time begins a session. */
  signedInAt: Instant
  scope: TenantScope
}

/** The two parts of the cookie's value: `<session id>.<token>`. */
type PresentedToken = { sessionId: string; token: string }

export function sessionRepository(accounts: AccountsDatabase, sources: Sources) {
  return {
    /** Starts a session and answers with the cookie's value. */
    async start(municipalityId: MunicipalityId, accountId: EmployeeId): Promise<string> {
      const now = sources.now()
      const sessionId = sources.newId()
      const token = sources.newToken()
      await withAccounts(accounts, municipalityId, async (transaction) => {
        await transaction
          .deleteFrom('session')
          .where('accountId', '=', accountId)
          .where('seenAt', '<', plusMinutes(now, -idleMinutes))
          .execute()
        await transaction
          .insertInto('session')
          .values({
            municipalityId,
            sessionId,
            accountId,
            tokenHash: tokenHash(token),
            previousTokenHash: null,
            rotatedAt: now,
            confirmedAt: null,
            createdAt: now,
            seenAt: now,
          })
          .execute()
        const event = { kind: 'signedIn', at: now, employeeId: accountId } as const
        await recordSecurityEvent(transaction, municipalityId, event)
      })
      return `${sessionId}.${token}`
    },

    /** Finds whose cookie this is, and its next value when it is rotated. Null for a cookie without a session. */
    async use(
      municipality: MunicipalityId,
      cookie: string,
    ): Promise<{ signedIn: SignedIn; newCookie: string | null } | null> {
      const presented = readCookie(cookie)
      if (presented === null) return null
      const use = (mayWrite: boolean) =>
        withAccounts(accounts, municipality, async (transaction) => {
          const checked = await checkToken(transaction, presented, { sources, mayWrite })
          if (checked === null) return null
          const place = { municipality, now: sources.now() }
          const signedIn = await readSignedIn(transaction, place, presented.sessionId)
          return signedIn === null ? null : { signedIn, newCookie: checked.newCookie }
        })
      try {
        return await use(true)
      } catch (error) {
        if (findCannotStore(error) === null) throw error
        // Her token is rotated when there is room again. Until then she reads on.
        return await use(false)
      }
    },

    /**
     * Leaves the session of a browser in which `next` has signed in. A colleague's is parked, so that she goes on with it
     * when she has unlocked the device; her own ends.
     */
    async leave(
      municipality: MunicipalityId,
      { sessionId, accountId }: Pick<SignedIn, 'sessionId' | 'accountId'>,
      next: EmployeeId,
    ): Promise<void> {
      await withAccounts(accounts, municipality, (transaction) =>
        accountId === next
          ? deleteSession(transaction, sessionId)
          : parkSession(transaction, sessionId),
      )
    },

    async end(municipality: MunicipalityId, sessionId: string): Promise<void> {
      await withAccounts(accounts, municipality, (transaction) =>
        deleteSession(transaction, sessionId),
      )
    },
  }
}

export type SessionRepository = ReturnType<typeof sessionRepository>

function readCookie(cookie: string): PresentedToken | null {
  const found = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/.exec(cookie)
  const [, sessionId, token] = found ?? []
  return sessionId === undefined || token === undefined ? null : { sessionId, token }
}

async function checkToken(
  transaction: DatabaseTransaction,
  { sessionId, token }: PresentedToken,
  { sources, mayWrite }: { sources: Sources; mayWrite: boolean },
): Promise<{ newCookie: string | null } | null> {
  const session = await transaction
    .selectFrom('session')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
  if (session === undefined) return null
  const now = sources.now()
  const presented = tokenHash(token)
  const seen = transaction
    .updateTable('session')
    .where('sessionId', '=', sessionId)
    .where('tokenHash', '=', session.tokenHash)
    .set({ seenAt: now })
  const verdict = judgeToken(session, presented, now)
  if (!mayWrite) return verdict === 'unusable' || verdict === 'parked' ? null : { newCookie: null }
  switch (verdict) {
    case 'unusable':
      await deleteSession(transaction, sessionId)
      return null
    // It came with a request that was under way: what is parked stays.
    case 'parked':
      return null
    case 'previous':
    case 'current':
      return { newCookie: null }
    case 'confirmed':
      await seen.set({ confirmedAt: now }).execute()
      return { newCookie: null }
    case 'due': {
      const next = sources.newToken()
      const rotated = await seen
        .set({
          tokenHash: tokenHash(next),
          previousTokenHash: presented,
          rotatedAt: now,
          confirmedAt: null,
        })
        .executeTakeFirst()
      // A parallel request of the same browser rotated it first, and its answer carries the new token.
      return { newCookie: rotated.numUpdatedRows === 0n ? null : `${sessionId}.${next}` }
    }
  }
}

async function readSignedIn(
  transaction: DatabaseTransaction,
  { municipality, now }: { municipality: MunicipalityId; now: Instant },
  sessionId: string,
): Promise<SignedIn | null> {
  const account = await transaction
    .selectFrom('session')
    .innerJoin('account', 'account.accountId', 'session.accountId')
    .select([
      'account.accountId',
      'account.role',
      'account.validFrom',
      'account.validTo',
      'session.createdAt',
    ])
    .where('session.sessionId', '=', sessionId)
    .where('account.closedAt', 'is', null)
    .executeTakeFirst()
  // Her time may have ended since anybody last settled what is due.
  if (account === undefined || outsideTime(periodIn(account), now) !== null) return null
  const rows = await transaction
    .selectFrom('accountZone')
    .leftJoin('lentZone', (lent) =>
      lent
        .onRef('lentZone.accountId', '=', 'accountZone.accountId')
        .onRef('lentZone.zoneId', '=', 'accountZone.zoneId'),
    )
    .select('accountZone.zoneId')
    .where('accountZone.accountId', '=', account.accountId)
    .where((by) => by.or([by('lentZone.validTo', 'is', null), by('lentZone.validTo', '>', now)]))
    .orderBy('accountZone.zoneId')
    .execute()
  const zones = rows.map(({ zoneId }) => zoneId)
  const { accountId, role } = account
  return {
    sessionId,
    accountId,
    role,
    zones,
    signedInAt: account.createdAt,
    scope: { municipality, zones, account: accountId, role },
  }
}

async function deleteSession(transaction: DatabaseTransaction, sessionId: string): Promise<void> {
  await transaction.deleteFrom('session').where('sessionId', '=', sessionId).execute()
}
