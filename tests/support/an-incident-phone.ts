import type { Reading } from '#app/bridge/reading.ts'
import type { Result } from '#domain/base/result.ts'
import { aStart } from './a-fact.ts'
import { anEnrolledCore } from './an-enrolled-core.ts'

type Options = Parameters<typeof anEnrolledCore>[0]

/** A phone with the demo's lists of its zones, and short ways to say something on it. */
export async function anIncidentPhone(options: Options = {}) {
  const classes = ['critical', 'worklists', 'people']
  const bench = await anEnrolledCore({ classes, ...options })
  await bench.core.syncNow()
  const { core, phone } = bench
  const start = async (more: Parameters<typeof aStart>[0] = {}) =>
    done(await core.facts.start(aStart({ startsAt: await core.incidents.now(), ...more }), null))
  const patients = async () => opened(await core.queries.searchPatients('', null))

  return { ...bench, start, patients, passMinutes: (n: number) => phone.passSeconds(n * 60) }
}

/** The value of an answer that must be open. */
export function opened<Value>(reading: Reading<Value>): Value {
  if (reading.kind !== 'open') throw new Error(`It is ${reading.kind}.`)
  return reading.value
}

/** The value of an answer that must not be refused. */
export function done<Value>(result: Result<Value, { kind: string }>): Value {
  if (!result.ok) throw new Error(`It is refused: ${result.refusal.kind}.`)
  return result.value
}
