import {
  checkConflicts,
  checkDurable,
  checkEntries,
  checkShown,
  difference,
  hasUnsent,
  unknownOutcome,
} from './checks.ts'
import { createContext, type SimulationOptions, startMilliseconds } from './create-context.ts'
import { closePages } from './device.ts'
import { type Life, createLife } from './life.ts'

/** Two back-off periods and the minute between polls, with room for the cycle itself. */
const patienceMilliseconds = 2 * 300_000 + 120_000

/** Runs one seed. Answers the first invariant that did not hold; null when all held. */
export async function simulate(options: SimulationOptions): Promise<string | null> {
  const { context, failure } = createContext(options)
  const { scheduler, random, note } = context
  const life = await createLife(context)
  await scheduler.runUntil(startMilliseconds + random.between(240_000, 480_000))

  const healedAt = scheduler.now()
  life.heal()
  note('healed')
  for (;;) {
    await scheduler.runUntil(scheduler.now() + 10_000)
    if (failure() !== null || unsettled(life) === null) break
    if (scheduler.now() > healedAt + patienceMilliseconds) {
      context.fail(`not settled: ${unsettled(life)}`)
      break
    }
  }
  checkEntries(context, life.devices, life.written, life.server.committed())
  for (const device of life.devices) {
    await checkShown(context, device)
    checkDurable(context, device)
    checkConflicts(context, device)
    closePages(device)
  }
  note(`${scheduler.steps()} steps`)
  return failure()
}

function unsettled({ devices, server, written }: Life): string | null {
  const committed = server.committed()
  for (const device of devices) {
    if (hasUnsent(device)) return `${device.name} has unsent entries`
    const unknown = unknownOutcome(device, committed)
    if (unknown !== null) return `${device.name}: ${unknown}`
    if (device.locked || !device.signedIn) continue
    const differs = difference(device, committed)
    if (differs !== null) return `${device.name}: ${differs}`
  }
  const held = new Set([...committed.inbox.values()].map(({ entry }) => entry.entryId))
  const lost = written.find(({ entryId }) => !held.has(entryId))
  if (lost !== undefined) return `${lost.entryId} is lost`
  const isWaiting = [...committed.inbox.values()].some(
    ({ entry }) => entry.status === 'stored' && entry.projected === 'waiting',
  )
  return isWaiting ? 'entries wait for their effect' : null
}
