import type { LendZone, SaveStandIn } from '#contract/accounts/accounts.ts'
import { type Account, allZones } from '#domain/accounts/account.ts'
import { judgeLending, keepsAccount } from '#domain/accounts/judge-account.ts'
import { isClosedByTime, type StandInPeriod } from '#domain/accounts/stand-in.ts'
import type { EmployeeId } from '#domain/base/ids.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { isLastAdministrator, judgeZones, savedAs } from './change-account.ts'
import { type Keeping, logAccountEvent } from './keep-accounts.ts'
import { findAccount } from './list-accounts.ts'
import { readDays } from './read-days.ts'
import { endStandIn, returnZone, settleStandIns } from './settle-stand-ins.ts'

type Outcome = ReturnType<typeof savedAs>

/** Makes an account a stand-in's, gives her more days or ends them. */
export async function saveStandIn(keeping: Keeping, { account: id, change }: SaveStandIn): Outcome {
  const { transaction, keeper, sources } = keeping
  await settleStandIns(keeping)
  const account = await findAccount(transaction, id, { keeper, now: sources.now() })
  if (account === null) return refused({ kind: 'unknownAccount' })
  const fault = keepsAccount(keeper, { ...account, zones: allZones(account) })
  if (fault !== null) return refused({ kind: fault })
  const standIn = account.standIn ?? null
  const isOver = isClosedByTime(account.closedAt, standIn)
  if (account.closedAt !== null && !isOver) return refused({ kind: 'closed' })
  if (change.kind === 'ended') {
    if (standIn === null || isOver) return refused({ kind: 'notStandIn' })
    await endNow(keeping, account, standIn)
    return await savedAs(keeping, id, null)
  }
  const period = change.kind === 'days' ? readDays(change, sources.now()) : accepted(null)
  if (!period.ok) return period
  const isAdministrator = account.role === 'administrator'
  // Nobody could let anybody in the day after.
  if (period.value !== null && isAdministrator && (await isLastAdministrator(transaction, id))) {
    return refused({ kind: 'lastAdministrator' })
  }
  await setPeriod(keeping, id, period.value)
  // A session from before her time must not come to life in it.
  if (period.value !== null && period.value.from > sources.now()) await endSessions(keeping, id)
  await logAccountEvent(keeping, 'standInSaved', id, { period: period.value })
  return await savedAs(keeping, id, null)
}

async function endNow(keeping: Keeping, { id }: Account, standIn: StandInPeriod): Promise<void> {
  const now = keeping.sources.now()
  const from = standIn.from < now ? standIn.from : now
  await setPeriod(keeping, id, { from, to: now })
  await endStandIn(keeping, id, now)
  await logAccountEvent(keeping, 'standInEnded', id, { period: { from, to: now } })
}

/** Opens the account as well: its time alone had closed it. */
async function setPeriod(
  { transaction }: Keeping,
  id: EmployeeId,
  period: StandInPeriod | null,
): Promise<void> {
  await transaction
    .updateTable('account')
    .set({ validFrom: period?.from ?? null, validTo: period?.to ?? null, closedAt: null })
    .where('accountId', '=', id)
    .execute()
}

async function endSessions({ transaction }: Keeping, id: EmployeeId): Promise<void> {
  await transaction.deleteFrom('session').where('accountId', '=', id).execute()
}

/** Gives an account a zone for a time, extends that, or takes the zone back. */
export async function lendZone(keeping: Keeping, { account: id, zone, change }: LendZone): Outcome {
  const { transaction, municipality: municipalityId, keeper, sources } = keeping
  await settleStandIns(keeping)
  const account = await findAccount(transaction, id, { keeper, now: sources.now() })
  if (account === null) return refused({ kind: 'unknownAccount' })
  if (account.closedAt !== null) return refused({ kind: 'closed' })
  const fault = judgeLending(keeper, account, zone)
  if (fault !== null) return refused({ kind: fault })
  if (change.kind === 'ended') {
    const isLent = account.lentZones?.some((lent) => lent.zone === zone) === true
    if (!isLent) return refused({ kind: 'notLent' })
    await returnZone(keeping, { account: id, zone, at: sources.now() })
    return await savedAs(keeping, id, null)
  }
  const missing = await judgeZones(transaction, [zone], [])
  if (missing !== null) return refused({ kind: missing })
  const period = readDays(change, sources.now())
  if (!period.ok) return period
  const span = { validFrom: period.value.from, validTo: period.value.to }
  await transaction
    .insertInto('lentZone')
    .values({ municipalityId, accountId: id, zoneId: zone, ...span })
    .onConflict((known) =>
      known.columns(['municipalityId', 'accountId', 'zoneId']).doUpdateSet(span),
    )
    .execute()
  await logAccountEvent(keeping, 'zoneLent', id, { zones: [zone], period: period.value })
  await settleStandIns(keeping)
  return await savedAs(keeping, id, null)
}
