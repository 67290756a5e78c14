import { protocolVersion } from '#contract/protocol.ts'
import { World } from '#domain/base/world.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { EmployeeId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { streamOf } from '#domain/streams/stream.ts'
import type { OutboxStore } from '#storage/outbox/outbox-store.ts'
import type { ReplicaStore } from '#storage/replica/replica-store.ts'
import type { Clock } from './clock.ts'
import type { Pace } from './pace.ts'
import { type PullFailure, type PullServices, pullStream } from './pull-stream.ts'
import { type PushFailure, pushOutbox } from './push-outbox.ts'
import type { Report } from './sync-event.ts'
import { type NetworkFailure, type SyncNetwork, isSignInFailure } from './sync-network.ts'

export type SyncServices = {
  network: SyncNetwork
  outbox: OutboxStore
  /** Null while the vault is locked: entries go out, nothing is taken in. */
  unlocked: { employee: EmployeeId; replicas: ReplicaStore } | null
  hasher: Hasher
  clock: Clock
  randomUuid(): string
  pace: Pace
  report: Report
}

export type CycleOutcome = {
  /** What stood in the way, the outbox's first; empty when all went well. */
  failures: (PushFailure | PullFailure)[]
  /** unknown when nobody asked or answered. */
  signIn: 'valid' | 'needed' | 'unknown'
}

/**
 * Sends what waits, then takes in every stream that the employee has, the critical ones first.
 * Safe to run twice at once and to stop anywhere.
 */
export async function syncCycle(services: SyncServices): Promise<CycleOutcome> {
  const { unlocked } = services
  const pushed = await pushOutbox(services)
  const failures: CycleOutcome['failures'] = pushed.ok ? [] : [pushed.refusal]
  if (!pushed.ok && isLineDown(pushed.refusal)) return told(services, failures, 'unknown')
  if (unlocked === null) return told(services, failures, 'unknown')

  const { employee, replicas } = unlocked
  const listed = await services.network.listStreams({ protocol: protocolVersion, employee })
  if (!listed.ok) {
    const signIn = isSignInFailure(listed.refusal) ? 'needed' : 'unknown'
    return told(services, [...failures, listed.refusal], signIn)
  }
  const { serverTime } = listed.value
  services.report({ kind: 'clocksCompared', server: serverTime, device: services.clock.now() })
  const streams = listed.value.streams.toSorted(byImportance)
  services.report({ kind: 'streamsListed', streams })
  await dropLost(new Set(streams), replicas, services.report)
  for (const stream of streams) {
    const pulled = await pullStream(stream, { ...services, replicas } satisfies PullServices)
    if (pulled.ok) continue
    failures.push(pulled.refusal)
    if (pulled.refusal.kind === 'unsettled') continue
    if (isLineDown(pulled.refusal)) return told(services, failures, 'valid')
    if (isSignInFailure(pulled.refusal)) return told(services, failures, 'needed')
  }
  return told(services, failures, 'valid')
}

function told(
  { report }: SyncServices,
  failures: CycleOutcome['failures'],
  signIn: CycleOutcome['signIn'],
): CycleOutcome {
  const failure = failures.find(
    (one): one is NetworkFailure => one.kind !== 'incomplete' && one.kind !== 'unsettled',
  )
  if (failure !== undefined) report({ kind: 'failed', failure })
  return { failures, signIn }
}

/** Nothing more is worth trying before the next cycle. */
function isLineDown({ kind }: PushFailure | PullFailure): boolean {
  return kind === 'unreachable' || kind === 'notOurs' || kind === 'busy'
}

async function dropLost(
  kept: ReadonlySet<StreamId>,
  replicas: ReplicaStore,
  report: Report,
): Promise<void> {
  const held = [
    ...(await replicas.listReplicas()).map(({ stream }) => stream),
    ...(await replicas.listStagedStreams()),
  ]
  for (const stream of new Set(held)) {
    if (kept.has(stream)) continue
    await replicas.drop(stream)
    report({ kind: 'dropped', stream })
  }
}

const classOrder = [
  'critical',
  // Which list a patient is on is told by the table of services.
  'systems',
  'cards',
  'contacts',
  'details',
  'journal',
  'worklists',
  'forms',
  'protected',
  'routines',
  'leaders',
]

/** What one must have when the next minute is without network comes first; exercises come last. */
function byImportance(a: StreamId, b: StreamId): number {
  return importance(a) - importance(b) || (a < b ? -1 : 1)
}

function importance(id: StreamId): number {
  const stream = streamOf(id)
  return 100 * World.options.indexOf(stream.world) + classOrder.indexOf(stream.class)
}
