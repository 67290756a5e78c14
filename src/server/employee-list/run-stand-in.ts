import type { StandInChange } from '#contract/accounts/accounts.ts'
import type { StandInPeriod } from '#domain/accounts/stand-in.ts'
import { ZoneId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { accountsCommand as text } from '#text/nb/commands/accounts-command.ts'
import { accountRefusals } from '#text/nb/words/accounts/account-refusal.ts'
import { fullMoment } from '#text/nb/words/time.ts'
import type { Database } from '../database/database.ts'
import { keepAccounts, type Keeping, type KeepingServices } from '../employees/keep-accounts.ts'
import { lendZone, saveStandIn } from '../employees/save-stand-in.ts'
import { usernameFrom } from '../accounts/sign-in.ts'
import { municipalityOf } from './run-accounts.ts'

export type StandInOptions = {
  username: string
  /** Null for the account itself. */
  zone: string | null
  municipality: string | null
  change: StandInChange
}

/** The command's answer; scripts rely on its keys. */
export type StandInAnswer = {
  username: string
  zone: string | null
  /** How the account, or the zone, stands after it; null where it has no end. */
  from: Instant | null
  to: Instant | null
  saved: boolean
  refusal: { kind: string; text: string } | null
}

export type StandInOutcome = { exitCode: 0 | 1 | 2; answer: StandInAnswer }

/** Sets, extends or ends the time of one account or of a zone that is lent to it, as whoever runs the server. */
export async function runStandIn(
  services: KeepingServices & { db: Database },
  options: StandInOptions,
): Promise<StandInOutcome> {
  const municipality = await municipalityOf(services, options)
  if (municipality === null) {
    return refusedStandIn(options, 'unknownMunicipality', text.unknownMunicipality, 2)
  }
  return await keepAccounts(services, { municipality, keeper: null }, (keeping) =>
    carryOut(keeping, options),
  )
}

async function carryOut(keeping: Keeping, options: StandInOptions): Promise<StandInOutcome> {
  const found = await keeping.transaction
    .selectFrom('account')
    .select('accountId')
    .where('username', '=', usernameFrom(options.username))
    .executeTakeFirst()
  if (found === undefined) {
    return refusedStandIn(options, 'unknownAccount', accountRefusals.unknownAccount, 1)
  }
  const { accountId: account } = found
  const zone = options.zone === null ? null : ZoneId.safeParse(options.zone)
  if (zone !== null && !zone.success) {
    return refusedStandIn(options, 'unknownZone', accountRefusals.unknownZone, 1)
  }
  const { change } = options
  if (zone !== null && change.kind === 'permanent') {
    return refusedStandIn(options, 'usage', text.standInUsage, 2)
  }
  const saved =
    zone === null || change.kind === 'permanent'
      ? await saveStandIn(keeping, { account, change })
      : await lendZone(keeping, { account, zone: zone.data, change })
  if (!saved.ok) {
    const { kind } = saved.refusal
    return refusedStandIn(options, kind, accountRefusals[kind], 1)
  }
  const { standIn, lentZones = [] } = saved.value.account
  const lent = lentZones.find((one) => one.zone === options.zone) ?? null
  return savedStandIn(options, options.zone === null ? (standIn ?? null) : lent)
}

function savedStandIn(
  { username, zone }: StandInOptions,
  period: StandInPeriod | null,
): StandInOutcome {
  const { from = null, to = null } = period ?? {}
  return { exitCode: 0, answer: { username, zone, from, to, saved: true, refusal: null } }
}

export function refusedStandIn(
  { username, zone }: StandInOptions,
  kind: string,
  sentence: string,
  exitCode: 1 | 2,
): StandInOutcome {
  const refusal = { kind, text: sentence }
  return { exitCode, answer: { username, zone, from: null, to: null, saved: false, refusal } }
}

/** What a terminal shows. */
export function standInReportText({ answer }: StandInOutcome): string {
  const { username, zone, from, to, refusal } = answer
  if (refusal !== null) return [refusal.text, text.refused].join('\n')
  const of = zone === null ? username : text.zoneOf(username, zone)
  return to === null || from === null
    ? text.noEnd(of, zone)
    : text.standIn(of, fullMoment(from), fullMoment(to))
}
