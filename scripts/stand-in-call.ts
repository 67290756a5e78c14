import { openLog } from '#server/base/log.ts'
import {
  refusedStandIn,
  runStandIn,
  type StandInOptions,
  type StandInOutcome,
  standInReportText,
} from '#server/employee-list/run-stand-in.ts'
import { readEnvironment } from '#server/environment.ts'
import { withSystem } from '#server/system.ts'
import { LocalDate, localClock } from '#domain/time/instant.ts'
import { systemSources } from '#server/base/sources.ts'
import { answerCommand } from './answer-command.ts'

/** What `npm run accounts` is asked about one account's time. */
export const standInFlags = {
  username: { type: 'string' },
  zone: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  end: { type: 'boolean' },
  permanent: { type: 'boolean' },
} as const

type Values = {
  username?: string
  zone?: string
  from?: string
  to?: string
  end?: boolean
  permanent?: boolean
  municipality?: string
}

/** Null for a call that cannot be read: exactly one of a last day, an end and permanence is asked for. */
export function readStandInCall(values: Values): StandInOptions | null {
  const { username, zone = null, municipality = null } = values
  if (username === undefined) return null
  const place = { username, zone, municipality }
  const asked = [values.to !== undefined, values.end === true, values.permanent === true]
  if (asked.filter(Boolean).length !== 1) return null
  if (values.end === true) return { ...place, change: { kind: 'ended' } }
  if (values.permanent === true) return { ...place, change: { kind: 'permanent' } }
  const to = LocalDate.safeParse(values.to)
  const from = LocalDate.safeParse(values.from ?? localClock(systemSources.now()).on)
  if (!to.success || !from.success) return null
  return { ...place, change: { kind: 'days', from: from.data, to: to.data } }
}

export async function setStandIn(
  options: StandInOptions,
  answerAs: 'json' | 'text',
): Promise<number> {
  return await answerCommand(answerAs, {
    carryOut: () => carryOut(options),
    ofFault: (sentence) => refusedStandIn(options, 'fault', sentence, 1),
    textOf: standInReportText,
  })
}

async function carryOut(options: StandInOptions): Promise<StandInOutcome> {
  const environment = readEnvironment(process.env)
  const log = openLog(environment.logLevel, process.stderr)
  return await withSystem(environment, log, (services) => runStandIn(services, options))
}
