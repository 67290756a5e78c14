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
import { describeFault } from './run-command.ts'

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

/** Standard output holds the answer alone, so that a script can read it. */
export async function setStandIn(
  options: StandInOptions,
  answerAs: 'json' | 'text',
): Promise<number> {
  const outcome = answerAs === 'json' ? await answerFaults(options) : await carryOut(options)
  if (answerAs === 'json') console.log(JSON.stringify(outcome.answer))
  else if (outcome.exitCode === 2) console.error(standInReportText(outcome))
  else console.log(standInReportText(outcome))
  return outcome.exitCode
}

async function answerFaults(options: StandInOptions): Promise<StandInOutcome> {
  try {
    return await carryOut(options)
  } catch (error) {
    const sentence = describeFault(error)
    if (sentence === null) throw error
    console.error(sentence)
    return refusedStandIn(options, 'fault', sentence, 1)
  }
}

async function carryOut(options: StandInOptions): Promise<StandInOutcome> {
  const environment = readEnvironment(process.env)
  const log = openLog(environment.logLevel, process.stderr)
  return await withSystem(environment, log, (services) => runStandIn(services, options))
}
