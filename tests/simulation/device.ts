import { nonceHeader } from '#contract/protocol.ts'
import { routes } from '#contract/routes.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { OutboxStore } from '#storage/outbox/outbox-store.ts'
import { answerInTime } from '#sync/line/answer-in-time.ts'
import type { Timers } from '#sync/line/timers.ts'
import type { Fetch } from '#sync/http-answer.ts'
import { httpNetwork, silentAfterMilliseconds } from '#sync/http-network.ts'
import { startingPace } from '#sync/pace.ts'
import type { Answer } from '#sync/sync-network.ts'
import { type StreamReader, syncCycle } from '#sync/sync-cycle.ts'
import { startSyncRunner } from '#sync/sync-runner.ts'
import { memoryOutboxStore } from '../support/memory-outbox-store.ts'
import { memoryReplicaStore } from '../support/memory-replica-store.ts'
import { newSession } from '../support/replica-pins.ts'
import { openReplica } from '../support/replica-reader.ts'
import { observeCommit, observeReceipt, observeReport, observeSealed } from './observe.ts'
import {
  fetchWithout,
  networkWithout,
  outboxWithout,
  replicaAblationOf,
  replicasWithout,
  toolsWithout,
} from './device-ablations.ts'
import { trustOf } from './device-trust.ts'
import { newLine, renewRecipient } from './enrolment.ts'
import { resealEntries } from './reseal-entries.ts'
import { type Device, readerOn, unlockedOn, wallMilliseconds } from './phone.ts'
import type { RunContext } from './run-context.ts'
import type { Process } from './scheduler.ts'

export function openPage(
  context: RunContext,
  device: Device,
  fetch: (owner: Process) => Fetch,
): void {
  const { scheduler, random } = context
  const process: Process = { alive: true, name: device.name }
  const timers = {
    after: (milliseconds: number, work: () => void) => scheduler.after(milliseconds, process, work),
  }
  /** How long an answer is waited for. */
  const limits = limitsWithout(context, timers)
  const pause = () => scheduler.pause(process)
  const clock = { now: () => instantFromMilliseconds(wallMilliseconds(context, device)) }
  const { hasher } = context.crypto
  const trust = trustOf(context, device)
  const tools = { signatures: context.crypto.check, hasher }
  const answering = fetchWithout(context, fetch(process))
  const outbox: OutboxStore = outboxWithout(
    context,
    device,
    memoryOutboxStore(device.outbox, {
      pause,
      newLine: (ended) => newLine(context, ended.author.employeeId),
      onReceipt: (entryId, state) => observeReceipt(context, device, entryId, state),
    }),
  )
  const session = newSession()
  const stored = memoryReplicaStore(device.replicas, {
    tools: toolsWithout(context, tools),
    session,
    reader: () => readerOn(device.outbox, unlockedOn(device)),
    newSecret: random.uuid,
    pause,
    onCommit: (before, after, about) =>
      observeCommit(context, device, before, after, { ...about, page: process }),
    onSealed: (copies) => observeSealed(context, device, copies),
    without: replicaAblationOf(context),
  })
  const replicas = replicasWithout(context, device, stored)
  const network = networkWithout(
    context,
    device,
    httpNetwork({
      fetch: answering,
      timers: limits,
      randomUuid: random.uuid,
      clock,
      trust,
      ...tools,
    }),
    { stored, page: process },
  )
  const pace = startingPace()
  const sessions = new Map<StreamId, string>()
  let isKnown = false
  async function findReader(): Answer<StreamReader | null> {
    if (device.locked) return accepted(null)
    isKnown = isKnown || (await isAnswered(context, limits, fetch(process)))
    if (!isKnown) return refused({ kind: 'unreachable' })
    const enrolled = unlockedOn(device)
    await renewRecipient(context, device, enrolled)
    await resealEntries(context, device)
    // Screens open what she looks at; what they find to be forged is built anew.
    for (const stream of context.healed || random.chance(0.5)
      ? device.replicas.cache.shown.keys()
      : []) {
      const reader = readerOn(device.outbox, enrolled)
      await openReplica(device.replicas, session, reader, stream, toolsWithout(context, tools))
    }
    const recipients = device.replicas.enrolled.map(({ recipient }) => recipient)
    const { employee, deviceId, formerDeviceIds } = readerOn(device.outbox, enrolled)
    return accepted({ employee, deviceId, formerDeviceIds, recipients, replicas })
  }
  /** Whether the last cycle carried something on a line that then broke: the next one comes soon. */
  let hasCarried = false
  const soonAfter: Timers['after'] = (milliseconds, work) => {
    if (hasCarried && milliseconds > firstBackOffMilliseconds) {
      const seconds = Math.round(milliseconds / 1000)
      context.fail(
        `${device.name} is left alone for ${seconds} s although its line has just carried something`,
      )
    }
    hasCarried = false
    return timers.after(milliseconds, work)
  }
  const runner = startSyncRunner({
    async cycle() {
      let carried = false
      const outcome = await syncCycle({
        network: {
          ...network,
          pullStream(pull) {
            sessions.set(pull.stream, pull.session)
            context.builds.observeAsked(pull.session, scheduler.now())
            return network.pullStream(pull)
          },
        },
        outbox,
        findReader,
        trust,
        ...tools,
        clock,
        randomUuid: random.uuid,
        pace,
        onClosed: () => Promise.resolve(),
        report(event) {
          carried ||= event.kind === 'fetching' || (event.kind === 'sending' && event.sent > 0)
          observeReport(context, device, event, (of) => sessions.get(of) ?? null)
        },
      })
      const isBroken = outcome.failures.some(({ kind }) => kind === 'unreachable')
      hasCarried = carried && isBroken && outcome.failures.every(isUnreachable)
      if (outcome.signIn === 'needed') isKnown = false
      for (const { kind } of outcome.failures) {
        if (kind === 'incomplete' || kind === 'unsettled') context.note(`${device.name}: ${kind}`)
      }
      return context.without === 'progress' ? { ...outcome, hasProgressed: false } : outcome
    },
    timers: { after: context.without === 'retry' ? onlyAtOnce(timers) : soonAfter },
    random: random.next,
    async runExclusively(work) {
      if (device.hasLocks && device.locker?.alive === true) return false
      device.locker = process
      try {
        await work()
      } finally {
        if (device.locker === process) device.locker = null
      }
      return true
    },
    onElsewhere() {},
    onFault: (fault) => context.note(`${device.name} fault: ${String(fault)}`),
  })
  device.pages.push({ process, runner })
}

const firstBackOffMilliseconds = 2_000

function isUnreachable({ kind }: { kind: string }): boolean {
  return kind === 'unreachable'
}

/** Without abort, every answer is waited for; without silence, as long as the whole may take. */
function limitsWithout({ without }: RunContext, timers: Timers): Timers {
  if (without === 'abort') return { after: () => () => {} }
  if (without !== 'silence') return timers
  return {
    after: (milliseconds, work) =>
      milliseconds === silentAfterMilliseconds ? () => {} : timers.after(milliseconds, work),
  }
}

/** Without retry, only what somebody does begins a cycle. */
function onlyAtOnce(timers: Timers): Timers['after'] {
  return (milliseconds, work) => (milliseconds > 0 ? () => {} : timers.after(milliseconds, work))
}

/** Whether the server answered who is signed in; the answer itself shows when streams are requested. */
async function isAnswered(
  { without, random }: RunContext,
  timers: Timers,
  fetch: Fetch,
): Promise<boolean> {
  const headers = { [nonceHeader]: random.uuid() }
  const shared = { credentials: 'same-origin', cache: 'no-store', redirect: 'error' } as const
  const ask = async (signal: AbortSignal): Promise<boolean> => {
    const init = { ...shared, method: 'POST', headers, body: '{}', signal } as const
    const answer = await fetch(routes.readSession.path, init)
    await answer.text()
    return answer.status === 200
  }
  if (without === 'questionLimit') return ask(new AbortController().signal).catch(() => false)
  return (await answerInTime(timers, 20_000, ask)) ?? false
}

/** The app dies where it stands; what is on the disk stays. */
export function closePages(device: Device): void {
  for (const { process } of device.pages) process.alive = false
  device.pages = []
}
