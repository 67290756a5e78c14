import type { MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { isIdTaken } from './note-writes.ts'
import { judgeEntry } from '#domain/entries/author-rights.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { wordedResponse } from '#domain/forms/worded-response.ts'
import { postgresAuthorStore } from '../accounts/postgres-author-store.ts'
import type { Alarm } from '../alarms/alarm-store.ts'
import { postgresAlarmStore } from '../alarms/postgres-alarm-store.ts'
import type { Database } from '../database/database.ts'
import { isDatabaseAway } from '../database/database-away.ts'
import { isPassingFault } from '../database/passing-fault.ts'
import { type TenantScope, systemScope, withTenant } from '../database/with-tenant.ts'
import type { InboxEntry, WaitsFor } from '../base/inbox-entry.ts'
import type { AwaitingKey } from '../inbox/inbox-store.ts'
import { postgresInboxStore } from '../inbox/postgres-inbox-store.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { usualContentLimits } from './content-limits.ts'
import { reportingQuarantine } from '../reporting/report-quarantine.ts'
import { recordFault } from './record-fault.ts'
import { postgresReviewStore } from './postgres-review-store.ts'
import { ProjectionFault, projectNext } from './project-entry.ts'
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
}

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
  for (let handled = 0; ; handled++) {
    if (handled >= max) return handled
    try {
      const { found, raised, written } = await withTenant(db, scope, async (transaction) => {
        const place = { municipality, now: now() }
        const store = postgresInboxStore(transaction, municipality)
        const inbox = reportingQuarantine(store, transaction, place)
        const written: StreamId[] = []
        const streams = noting(postgresStreamStore(transaction), written)
        const { store: alarms, added } = postgresAlarmStore(transaction, municipality)
        const authors = postgresAuthorStore(transaction)
        const reviews = postgresReviewStore(transaction, municipality)
        const stores = { inbox, streams, authors, reviews, alarms }
        const found = await projectNext(stores, ports, now(), skipped)
        return { found, raised: added, written }
      })
      for (const alarm of raised) onAlarm(municipality, alarm)
      for (const stream of written) job.onWritten?.(stream)
      if (!found) return handled
    } catch (fault) {
      if (!(fault instanceof ProjectionFault) || isDatabaseAway(fault)) throw fault
      onFault(fault)
      // Whatever became of it, it is not tried again in this round.
      skipped.add(fault.row.bytesHash)
      await handleFault(job, scope, fault)
    }
  }
}

/** Notes which streams a transaction writes. */
function noting(streams: StreamStore, written: StreamId[]): StreamStore {
  return {
    ...streams,
    async saveState(stream, state, leaves) {
      await streams.saveState(stream, state, leaves)
      written.push(stream)
    },
  }
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
