import type { MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { judgeEntry } from '#domain/entries/author-rights.ts'
import { wordedResponse } from '#domain/forms/worded-response.ts'
import { postgresAuthorStore } from '../accounts/postgres-author-store.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import type { AwaitingKey } from '../inbox/inbox-store.ts'
import { postgresInboxStore } from '../inbox/postgres-inbox-store.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import { postgresReviewStore } from './postgres-review-store.ts'
import { ProjectionFault, projectNext } from './project-entry.ts'
import type { SealOpener } from './projection-ports.ts'

export type ProjectionJob = {
  db: Database
  seals: SealOpener
  now(): Instant
  onFault(fault: unknown): void
}

/**
 * Projects all waiting entries of a municipality. Several servers may do it at once: each takes entries
 * that no other has taken. An entry whose projection throws waits for the next round and delays no other.
 */
export async function projectWaiting(
  { db, seals, now, onFault }: ProjectionJob,
  municipality: MunicipalityId,
): Promise<number> {
  const scope = await systemScope(db, municipality)
  const zones = new Set<string>(scope.zones)
  const ports = {
    seals,
    hasher: nodeHasher,
    isZone: (zone: string) => zones.has(zone),
    wordResponse: wordedResponse,
    judge: judgeEntry,
  }
  const faulty = new Set<string>()
  for (let projected = 0; ;) {
    try {
      const found = await withTenant(db, scope, (transaction) => {
        const inbox = postgresInboxStore(transaction, municipality)
        const streams = postgresStreamStore(transaction)
        const authors = postgresAuthorStore(transaction)
        const reviews = postgresReviewStore(transaction, municipality)
        return projectNext({ inbox, streams, authors, reviews }, ports, now(), faulty)
      })
      if (!found) return projected
      projected++
    } catch (fault) {
      if (!(fault instanceof ProjectionFault)) throw fault
      faulty.add(fault.bytesHash)
      onFault(fault)
    }
  }
}

/** Counts the entries of a municipality that are sealed to other keys than this server's. */
export async function listAwaitingKeys(
  { db, seals }: Pick<ProjectionJob, 'db' | 'seals'>,
  municipality: MunicipalityId,
): Promise<AwaitingKey[]> {
  const scope = await systemScope(db, municipality)
  return await withTenant(db, scope, (transaction) =>
    postgresInboxStore(transaction, municipality).listAwaitingKeys(seals.keyId),
  )
}
