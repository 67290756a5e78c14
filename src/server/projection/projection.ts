import type { DeviceId, MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { isIdTaken } from './note-writes.ts'
import { judgeEntry } from '#domain/entries/author-rights.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { wordedResponse } from '#domain/forms/worded-response.ts'
import type { Alarm } from '../alarms/alarm-store.ts'
import type { Database } from '../database/database.ts'
import { isDatabaseAway } from '../database/database-away.ts'
import { isPassingFault } from '../database/passing-fault.ts'
import { type TenantScope, systemScope, withTenant } from '../database/with-tenant.ts'
import type { InboxEntry, WaitsFor } from '../base/inbox-entry.ts'
import type { AwaitingKey } from '../inbox/inbox-store.ts'
import { claimMany, postgresInboxStore } from '../inbox/postgres-inbox-store.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import { type BatchStores, batchStores, loneStores } from './batch-stores.ts'
import { usualContentLimits } from './content-limits.ts'
import { reportingQuarantine } from '../reporting/report-quarantine.ts'
import { recordFault } from './record-fault.ts'
import { keysInTurn, ProjectionFault, projectNext, projectRows } from './project-entry.ts'
import type { ProjectionPorts, SealOpener } from './projection-ports.ts'
import { saidOfItself } from './said-of-itself.ts'

export type ProjectionJob = {
  db: Database
  seals: SealOpener
  /** Others than the usual ones, which tests hand in. */
  ports?: Partial<ProjectionPorts>
  now(): Instant
  /** Called after an alarm is stored. */
  onAlarm(municipality: MunicipalityId, alarm: Alarm): void
  /** An entry was put in quarantine because its projection threw again and again. */
  onFaulted(entry: Pick<InboxEntry, 'entryId' | 'deviceId'>): void
  onFault(fault: unknown): void
  /** An entry was written into a stream. */
  onWritten?(stream: StreamId): void
  /** Whether to end after the entries that are being written. */
  isStopping?(): boolean
  /** The devices of entries that have thrown lately; kept by whoever calls again and again. */
  suspects?: Set<DeviceId>
}

/** So few that a colleague's note does not wait long for those before it, and so many that what they share is read and written once. */
export const perTransaction = 50

/** So many of one device: where one sends thousands, a colleague's note waits for this many of them and no more. */
const perDevice = 5

/** How many postponed entries are made ready at once. */
const readyAtOnce = 500

/**
 * Projects waiting entries of a municipality, at most `max` of them, and answers how many were handled. Several servers
 * may do it at once: each takes entries that no other has taken. An entry whose projection throws delays no other.
 */
export async function projectWaiting(
  job: ProjectionJob,
  municipality: MunicipalityId,
  max = Number.POSITIVE_INFINITY,
): Promise<number> {
  const { db, seals, now, onFault, onAlarm } = job
  const scope = await systemScope(db, municipality)
  const ports = {
    seals,
    hasher: nodeHasher,
    contentLimits: usualContentLimits,
    zones: new Set(scope.zones),
    wordResponse: wordedResponse,
    judge: judgeEntry,
    isIdTaken,
    said: saidOfItself,
    ...job.ports,
  }
  await withTenant(db, scope, (transaction) =>
    postgresInboxStore(transaction, municipality).makeReady(now(), readyAtOnce),
  )
  const skipped = new Set<string>()
  const suspects = job.suspects ?? new Set()
  // After a fault its neighbours are projected one by one, so that it takes nobody's effect back with its own.
  let alone = 0
  let handled = 0
  while (handled < max && job.isStopping?.() !== true) {
    try {
      const count = alone > 0 ? 1 : Math.min(perTransaction, max - handled)
      const batch = { ports, skipped, suspects, count }
      const { done, isLast, raised, written } = await projectBatch(job, scope, batch)
      alone = Math.max(0, alone - done)
      handled += done
      for (const alarm of raised) onAlarm(municipality, alarm)
      for (const stream of written) job.onWritten?.(stream)
      if (isLast) return handled
    } catch (fault) {
      if (isDatabaseAway(fault)) throw fault
      const isFound = fault instanceof ProjectionFault
      // A suspect was by itself already.
      if (alone === 0 && !(isFound && suspects.has(fault.row.deviceId))) {
        alone = perTransaction
        continue
      }
      if (!isFound) throw fault
      onFault(fault)
      handled += 1
      // Whatever became of it, it is not tried again in this round.
      skipped.add(fault.row.bytesHash)
      if (!isPassingFault(fault)) suspects.add(fault.row.deviceId)
      await handleFault(job, scope, fault)
    }
  }
  return handled
}

type Batch = {
  ports: ProjectionPorts
  skipped: ReadonlySet<string>
  suspects: ReadonlySet<DeviceId>
  count: number
}

/** Projects at most `count` entries in one transaction, and answers how many, and whether no more are ready. */
async function projectBatch(
  { db, now }: ProjectionJob,
  scope: TenantScope,
  { ports, skipped, suspects, count }: Batch,
): Promise<{ done: number; isLast: boolean } & Pick<BatchStores, 'raised' | 'written'>> {
  return await withTenant(db, scope, async (transaction) => {
    const at = now()
    const tools = { hasher: ports.hasher, now: at }
    const { municipality } = scope
    if (count === 1) {
      const { stores, raised, written } = loneStores(transaction, municipality, tools)
      const isFound = await projectNext(stores, ports, at, skipped)
      return { done: Number(isFound), isLast: !isFound, raised, written }
    }
    const ready: InboxEntry[] = []
    for (const keyId of keysInTurn(ports.seals, at)) {
      if (ready.length === count) break
      const wanted = { without: skipped, limit: count - ready.length }
      ready.push(...(await claimMany(transaction, keyId, wanted)))
    }
    const rows = together(ready, suspects)
    const open = rows.length > 1 ? batchStores : loneStores
    const { stores, flush, raised, written } = open(transaction, municipality, tools)
    await projectRows(rows, stores, ports, at)
    await flush()
    const isLast = ready.length < count && rows.length === ready.length
    return { done: rows.length, isLast, raised, written }
  })
}

/**
 * Those of the claimed entries, from the first on, that are projected together. What may throw again is projected by
 * itself, in its turn: the entries of other devices need not be projected twice for it.
 */
function together(
  ready: readonly InboxEntry[],
  suspects: ReadonlySet<DeviceId>,
): readonly InboxEntry[] {
  const countByDevice = new Map<DeviceId, number>()
  const end = ready.findIndex(({ deviceId }) => {
    const count = (countByDevice.get(deviceId) ?? 0) + 1
    countByDevice.set(deviceId, count)
    return count > perDevice || suspects.has(deviceId)
  })
  return end === -1 ? ready : ready.slice(0, Math.max(1, end))
}

async function handleFault(
  { db, now, onFaulted }: ProjectionJob,
  scope: TenantScope,
  fault: ProjectionFault,
): Promise<void> {
  const kind = isPassingFault(fault) ? 'passing' : 'counted'
  const { municipality } = scope
  const outcome = await withTenant(db, scope, (transaction) => {
    const store = postgresInboxStore(transaction, municipality)
    const inbox = reportingQuarantine(store, transaction, { municipality, now: now() })
    return recordFault(inbox, fault.row, kind, now())
  })
  if (outcome === 'quarantined') onFaulted(fault.row)
}

/** Makes entries that wait for a newer server ready when this one starts: it may be newer than the last. */
export async function retryNewer(
  { db, now }: Pick<ProjectionJob, 'db' | 'now'>,
  municipality: MunicipalityId,
): Promise<void> {
  const scope = await systemScope(db, municipality)
  await withTenant(db, scope, (transaction) =>
    postgresInboxStore(transaction, municipality).hastenNewer(now()),
  )
}

export async function countPostponed(
  { db }: Pick<ProjectionJob, 'db'>,
  municipality: MunicipalityId,
): Promise<Record<WaitsFor, number>> {
  const scope = await systemScope(db, municipality)
  return await withTenant(db, scope, (transaction) =>
    postgresInboxStore(transaction, municipality).countPostponed(),
  )
}

/** Counts the entries of a municipality that are sealed to other keys than this server's. */
export async function listAwaitingKeys(
  { db, seals }: Pick<ProjectionJob, 'db' | 'seals'>,
  municipality: MunicipalityId,
): Promise<AwaitingKey[]> {
  const scope = await systemScope(db, municipality)
  return await withTenant(db, scope, (transaction) =>
    postgresInboxStore(transaction, municipality).listAwaitingKeys(seals.keyIds),
  )
}
