import type { EmployeeId, ZoneId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { grantZone, revokeZone } from '../accounts/account-rights.ts'
import { closeAccount } from '../accounts/close-account.ts'
import { recordSecurityEvent } from '../security/record-security-event.ts'
import { type Keeping, logAccountEvent } from './keep-accounts.ts'
import { withdrawSignInCode } from './sign-in-codes.ts'

/**
 * Does what the clock has made due: closes the accounts of stand-ins whose time is over, and gives and takes the zones that are
 * lent. Requests are judged by the period itself, so that nobody gains by a round that comes late.
 */
export async function settleStandIns(keeping: Keeping): Promise<void> {
  const own: Keeping = { ...keeping, keeper: null }
  const changed = new Set<EmployeeId>()
  for (const { accountId, zoneId, validTo } of await endedLoans(own)) {
    await returnZone(own, { account: accountId, zone: zoneId, at: validTo })
    changed.add(accountId)
  }
  for (const { accountId, zoneId } of await begunLoans(own)) {
    const holder = { municipalityId: own.municipality, accountId }
    await grantZone(own.transaction, holder, zoneId, own.sources.now())
    changed.add(accountId)
  }
  const ended = await endedAccounts(own)
  for (const { accountId, validTo } of ended) {
    await endStandIn(own, accountId, validTo)
    await logAccountEvent(own, 'standInEnded', accountId, {})
  }
  for (const employeeId of changed) {
    const event = { kind: 'zonesChanged', at: own.sources.now(), employeeId } as const
    await recordSecurityEvent(own.transaction, own.municipality, event)
  }
}

/** Whether a round would change anything. */
export async function hasDueStandIns(keeping: Keeping): Promise<boolean> {
  const due = [await endedLoans(keeping), await begunLoans(keeping), await endedAccounts(keeping)]
  return due.some((rows) => rows.length > 0)
}

/** Closes an account as its time does: with all its sessions and its code. More days open it again. */
export async function endStandIn(
  { transaction, municipality: municipalityId }: Keeping,
  accountId: EmployeeId,
  at: Instant,
): Promise<void> {
  await closeAccount(transaction, { municipalityId, accountId }, { at, abuseFrom: null })
  await withdrawSignInCode({ transaction }, accountId)
}

type Return = { account: EmployeeId; zone: ZoneId; at: Instant }

/** Ends a loan, whether it has begun or not. */
export async function returnZone(
  keeping: Keeping,
  { account: accountId, zone, at }: Return,
): Promise<void> {
  const { transaction, municipality: municipalityId } = keeping
  await revokeZone(transaction, { municipalityId, accountId }, zone, at)
  await transaction
    .deleteFrom('lentZone')
    .where('accountId', '=', accountId)
    .where('zoneId', '=', zone)
    .execute()
  await logAccountEvent(keeping, 'zoneReturned', accountId, { zones: [zone] })
}

function endedLoans({ transaction, sources }: Keeping) {
  return transaction
    .selectFrom('lentZone')
    .select(['accountId', 'zoneId', 'validTo'])
    .where('validTo', '<=', sources.now())
    .execute()
}

/** Those that have begun and are not among the account's zones yet. */
function begunLoans({ transaction, sources }: Keeping) {
  return transaction
    .selectFrom('lentZone')
    .leftJoin('accountZone', (held) =>
      held
        .onRef('accountZone.accountId', '=', 'lentZone.accountId')
        .onRef('accountZone.zoneId', '=', 'lentZone.zoneId'),
    )
    .select(['lentZone.accountId', 'lentZone.zoneId'])
    .where('lentZone.validFrom', '<=', sources.now())
    .where('lentZone.validTo', '>', sources.now())
    .where('accountZone.zoneId', 'is', null)
    .execute()
}

async function endedAccounts({ transaction, sources }: Keeping) {
  const rows = await transaction
    .selectFrom('account')
    .select(['accountId', 'validTo'])
    .where('closedAt', 'is', null)
    .where('validTo', '<=', sources.now())
    .execute()
  return rows.flatMap(({ accountId, validTo }) =>
    validTo === null ? [] : [{ accountId, validTo }],
  )
}
