import type { EntryId } from '#domain/base/ids.ts'
import {
  checkConflicts,
  checkDurable,
  checkShown,
  colleaguesDifference,
  difference,
  hasUnsent,
  unknownOutcome,
  unsentEntries,
} from './checks.ts'
import { checkEntries } from './check-entries.ts'
import { checkFacts, checkFactsAgree } from './facts/check-facts.ts'
import { createContext, type SimulationOptions, startMilliseconds } from './create-context.ts'
import { closePages } from './device.ts'
import type { InboxEntry } from '#server/base/inbox-entry.ts'
import { type Life, createLife } from './life.ts'
import { type Device, unlockedOn } from './phone.ts'
import { resealEntries } from './reseal-entries.ts'
import type { RunContext } from './run-context.ts'

/** Two back-off periods and the minute between polls, with room for the cycle itself. */
const patienceMilliseconds = 2 * 300_000 + 120_000

/** What goes along with each push: credentials, landmarks, and the answer. */
const bytesPerPush = 3_000
/** What comes down of an entry: to every phone as a note, and to its own as a notice. */
const bytesPerEffect = 800
/** What a server that is busy at each of its steps takes for one push. */
const busyPushMilliseconds = 25_000

/**
 * How long a phone is busy with what it still has to send. A slow line, and a proxy with a small limit, take one entry at
 * a time. Where the root was lost, that is everything it ever wrote, sealed again; where a clone took its numbers, all that
 * once more. `kept` are the bytes of what others wrote: on a slow line that takes as long, and a page that did not come in
 * time is asked for again, half as long.
 */
function loadMilliseconds({ pace }: RunContext, device: Device, kept: number): number {
  const { bytesPerSecond, mostEntries } = device.line
  const unsent = unsentEntries(device)
  const count = unsent.length
  const pushes = bytesPerSecond === null ? count / mostEntries : count
  const up = JSON.stringify(unsent).length + bytesPerPush * pushes
  const times = device.cloned ? 2 : 1
  const carried = times * up + bytesPerEffect * count + 2 * kept
  const line = bytesPerSecond === null ? 0 : (1000 * carried) / bytesPerSecond
  return line + times * pushes * pace.busy * busyPushMilliseconds
}

function keptBytes({ server }: Life): number {
  const entries = [...server.committed().inbox.values()].map(({ entry }) => entry)
  return JSON.stringify(entries).length
}

/** Runs one seed. Answers the first invariant that did not hold; null when all held. */
export async function simulate(options: SimulationOptions): Promise<string | null> {
  const [first = null] = await findFailures(options)
  return first
}

/** Runs one seed. Answers all invariants that did not hold. After the first one a run soon ends. */
export async function findFailures(options: SimulationOptions): Promise<readonly string[]> {
  const { context, failures } = await createContext(options)
  const { scheduler, random, note } = context
  const life = await createLife(context)
  await scheduler.runUntil(
    startMilliseconds + context.pace.aloneMilliseconds + random.between(240_000, 480_000),
  )

  const healedAt = scheduler.now()
  life.heal()
  note('healed')
  let load: number | null = null
  for (;;) {
    await scheduler.runUntil(scheduler.now() + 10_000)
    // Authors unlock now and then, and what was set aside of their repetitions is repeated.
    for (const device of life.devices) void resealEntries(context, device)
    if (failures.length > 0 || (await unsettled(context, life)) === null) break
    load ??= Math.max(
      ...life.devices.map((device) => loadMilliseconds(context, device, keptBytes(life))),
    )
    if (scheduler.now() > healedAt + patienceMilliseconds + load) {
      context.fail(`not settled: ${await unsettled(context, life)}`)
      break
    }
  }
  checkEpochs(context, life)
  checkEntries(context, life.devices, life.written, life.server.committed())
  checkFacts(context, life.said, life.server.committed())
  for (const device of life.devices) {
    await checkShown(context, device)
    checkDurable(context, device)
    checkConflicts(context, device)
    if (context.pace.facts) {
      await checkFactsAgree(context, device, life.said, life.server.committed())
    }
    closePages(device)
  }
  note(`${scheduler.steps()} steps`)
  return failures
}

async function unsettled(
  context: RunContext,
  { devices, server, written, said }: Life,
): Promise<string | null> {
  const committed = server.committed()
  for (const device of devices) {
    if (hasUnsent(device)) return `${device.name} has unsent entries`
    const unknown = unknownOutcome(device, committed)
    if (unknown !== null) return `${device.name}: ${unknown}`
    if (device.locked || !device.signedIn) continue
    const differs =
      (await difference(context, device, unlockedOn(device), committed)) ??
      (await colleaguesDifference(context, device, committed))
    if (differs !== null) return `${device.name}: ${differs}`
  }
  const entries = [...committed.inbox.values()].map(({ entry }) => entry)
  const held = new Set(entries.map(({ entryId }) => entryId))
  const lost = [...written, ...said].find(({ entryId }) => !held.has(entryId))
  if (lost !== undefined) return `${lost.entryId} is lost`
  const decided = new Set(
    entries.filter(({ projected }) => projected !== 'waiting').map(originalOf),
  )
  // What was sealed to a lost key waits for ever; the entry that repeats it does not.
  const isWaiting = entries.some(
    (entry) =>
      entry.status === 'stored' &&
      entry.projected === 'waiting' &&
      (isHeldKey(context, entry) || !decided.has(originalOf(entry))),
  )
  return isWaiting ? 'entries wait for their effect' : null
}

function originalOf({ entryId, entry }: InboxEntry): EntryId {
  return entry.header.reseals ?? entryId
}

function isHeldKey({ keys }: RunContext, { entry }: InboxEntry): boolean {
  const { real } = keys.signed().keySet.sealing
  return real.some(({ keyId }) => keyId === entry.header.serverKeyId)
}

/** Each raise answers a restore, and no phone brings back a head from before a raise for ever. */
function checkEpochs(context: RunContext, { server, devices }: Life): void {
  const most = server.restores() * (devices.length + 1)
  for (const stream of server.committed().streams.keys()) {
    const raises = context.history.raises(stream)
    if (raises > most) context.fail(`the epoch of ${stream} was raised ${raises} times`)
  }
}
