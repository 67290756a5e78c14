import { protocolVersion } from '#contract/protocol.ts'
import { World } from '#domain/base/world.ts'
import type { DeviceId, EmployeeId } from '#domain/base/ids.ts'
import type { Credential } from '#domain/entries/credential.ts'
import { findStream, type Stream } from '#domain/streams/stream.ts'
import { accessByClass } from '#domain/streams/stream-access.ts'
import type { ServerTrust } from '#domain/trust/server-trust.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import type { HeldStream } from '#domain/trust/stream-holders.ts'
import type { OutboxStore } from '#storage/outbox/outbox-store.ts'
import type { ReplicaStore } from '#storage/replica/replica-store.ts'
import type { ClosedEmployee } from '#domain/vault/closed-employee.ts'
import type { Clock } from './clock.ts'
import type { Pace } from './pace.ts'
import { isLineDown, pullInTurn } from './pull-in-turn.ts'
import type { PullFailure } from './pull-stream.ts'
import { type PushFailure, pushOutbox } from './push-outbox.ts'
import type { Report } from './sync-event.ts'
import {
  type Answer,
  type NetworkFailure,
  type SyncNetwork,
  isSignInFailure,
} from './sync-network.ts'

export type SyncServices = {
  network: SyncNetwork
  outbox: OutboxStore
  /**
   * Finds the employee whose streams are pulled. Null when there is none, for example while the vault
   * is locked: entries are still pushed. It may ask the server, so it is called after the push and has
   * a time limit of its own.
   */
  findReader(): Answer<StreamReader | null>
  /** The keys that must have signed the heads of streams. */
  trust: ServerTrust
  clock: Clock
  randomUuid(): string
  pace: Pace
  report: Report
  /** Destroys the keys of those who have no access any more, before anything is fetched. */
  onClosed(closed: readonly ClosedEmployee[]): Promise<void>
} & TrustTools

export type StreamReader = {
  employee: EmployeeId
  deviceId: DeviceId
  formerDeviceIds: readonly DeviceId[]
  /** The recipient credentials of all who are enrolled on this device: whoever is online serves all of them. */
  recipients: readonly Credential[]
  replicas: ReplicaStore
}

export type CycleOutcome = {
  /** What failed, the push before the pulls; empty when nothing did. */
  failures: (PushFailure | PullFailure)[]
  /** It is unknown when the server was not asked or did not answer. */
  signIn: 'valid' | 'needed' | 'unknown'
  /** True when an entry got a receipt or a page was stored, whatever failed afterwards. */
  hasProgressed: boolean
}

/**
 * Pushes pending entries, then pulls every stream that the employee has, the critical ones first.
 * It is safe to run twice at once and to stop anywhere.
 */
export async function syncCycle(services: SyncServices): Promise<CycleOutcome> {
  let hasProgressed = false
  const report: Report = (event) => {
    if (event.kind === 'fetching' || (event.kind === 'sending' && event.sent > 0)) {
      hasProgressed = true
    }
    services.report(event)
  }
  const { failures, signIn } = await pushAndPull({ ...services, report })
  const failure = failures.find(
    (one): one is NetworkFailure =>
      one.kind !== 'incomplete' && one.kind !== 'unsettled' && one.kind !== 'older',
  )
  if (failure !== undefined) report({ kind: 'failed', failure })
  return { failures, signIn, hasProgressed }
}

type Outcome = Pick<CycleOutcome, 'failures' | 'signIn'>

async function pushAndPull(services: SyncServices): Promise<Outcome> {
  const pushed = await pushOutbox(services)
  const failures: CycleOutcome['failures'] = pushed.ok ? [] : [pushed.refusal]
  if (!pushed.ok && isLineDown(pushed.refusal)) return { failures, signIn: 'unknown' }
  const reader = await services.findReader()
  if (!reader.ok) return { failures: [...failures, reader.refusal], signIn: 'unknown' }
  if (reader.value === null) return { failures, signIn: 'unknown' }

  const { employee, deviceId, formerDeviceIds, recipients, replicas } = reader.value
  const listed = await services.network.listStreams({
    protocol: protocolVersion,
    employee,
    deviceId,
    formerDeviceIds: [...formerDeviceIds],
    recipients: [...recipients],
  })
  if (!listed.ok) {
    const signIn = isSignInFailure(listed.refusal) ? 'needed' : 'unknown'
    return { failures: [...failures, listed.refusal], signIn }
  }
  const at = services.clock.now()
  services.report({ kind: 'answered', at })
  services.report({ kind: 'clocksCompared', server: listed.value.serverTime, device: at })
  const { streams: mine, colleagues } = listed.value
  const known = knownInPullOrder(mine)
  const streams = known.map(({ stream }) => stream)
  services.report({ kind: 'streamsListed', streams, unknown: mine.length - known.length })
  services.report({ kind: 'notesComing', at, zones: listed.value.coming ?? [] })
  // Before any pull: from here on, whoever is not listed gets no key of what comes.
  for (const stream of await replicas.shareKeys({ mine, colleagues })) {
    services.report({ kind: 'dropped', stream })
  }
  const pulled = await pullInTurn(known, { ...services, replicas })
  await replicas.savePins()
  return {
    failures: [...failures, ...pulled.failures],
    signIn: pulled.ended === 'signIn' ? 'needed' : 'valid',
  }
}

/**
 * The streams of classes that this build knows. What an employee needs most without network comes
 * first; exercises come last.
 */
function knownInPullOrder(listed: readonly HeldStream[]): HeldStream[] {
  return listed
    .flatMap((held) => {
      const stream = findStream(held.stream)
      return stream === null ? [] : [{ held, place: importance(stream) }]
    })
    .toSorted((a, b) => a.place - b.place || (a.held.stream < b.held.stream ? -1 : 1))
    .map(({ held }) => held)
}

function importance(stream: Stream): number {
  return 100 * World.options.indexOf(stream.world) + accessByClass[stream.class].pullOrder
}
