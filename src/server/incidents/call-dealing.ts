import { sql } from 'kysely'
import { zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
import { PatientListKind } from '#domain/lists/patient-list.ts'
import { callSharesId } from '#domain/people/person-fact.ts'
import { findStream, type StreamId } from '#domain/streams/stream.ts'
import { type Instant, minutesBetween } from '#domain/time/instant.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import { type CallPlace, dealCalls } from './deal-calls.ts'
import { devicesHeard } from './last-heard.ts'

/** How often it is looked whose phone has been silent for too long. */
const silenceMinutes = 1

export type CallDealing = {
  /** Something was written into a stream: if it is a zone's people, their calls are dealt in the next round. */
  onWritten(stream: StreamId): void
  dealDue(municipality: MunicipalityId): Promise<void>
}

/** Deals calls where facts have come, and each minute where calls are dealt. Several servers may do it at once. */
export function openCallDealing(job: {
  db: Database
  now(): Instant
  onFault(fault: unknown): void
}): CallDealing {
  const { db, now, onFault } = job
  const written = new Set<StreamId>()
  const lookedAt = new Map<MunicipalityId, Instant>()
  /** Up to where each stream has been dealt. */
  const seen = new Map<StreamId, number>()

  async function dueStreams(municipality: MunicipalityId): Promise<Set<StreamId>> {
    const due = new Set([...written].filter((id) => placeOf(id)?.municipality === municipality))
    for (const stream of due) written.delete(stream)
    const last = lookedAt.get(municipality)
    if (last !== undefined && minutesBetween(last, now()) < silenceMinutes) return due
    lookedAt.set(municipality, now())
    for (const { stream, seq, isDealt } of await listPeople(db, municipality)) {
      // Another process, or a leader, may have written what was not noted here.
      if (isDealt || seen.get(stream) !== seq) due.add(stream)
      seen.set(stream, seq)
    }
    return due
  }

  return {
    onWritten(stream) {
      if (placeOf(stream) !== null) written.add(stream)
    },
    async dealDue(municipality) {
      for (const stream of await dueStreams(municipality)) {
        const place = placeOf(stream)
        if (place === null) continue
        try {
          await dealCallsOf(db, place, now())
        } catch (fault) {
          // The calls of another zone must not wait for what is wrong in this one.
          onFault(fault)
        }
      }
    },
  }
}

/** Deals the calls of one zone, in a transaction of its own and by one server at a time. */
export async function dealCallsOf(db: Database, place: CallPlace, now: Instant): Promise<number> {
  const scope = await systemScope(db, place.municipality)
  const name = `calls ${zoneStreamOf('callShares', place)}`
  return await withTenant(db, scope, async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction)
    const stores = { streams: postgresStreamStore(transaction), heard: devicesHeard(transaction) }
    return await dealCalls(stores, place, { hasher: nodeHasher, now })
  })
}

/** The streams of people that have ever been written to, and whether calls are dealt there. */
async function listPeople(
  db: Database,
  municipality: MunicipalityId,
): Promise<{ stream: StreamId; seq: number; isDealt: boolean }[]> {
  const scope = await systemScope(db, municipality)
  return await withTenant(db, scope, async (transaction) => {
    const streams = postgresStreamStore(transaction)
    const rows = await transaction.selectFrom('stream').select(['streamId', 'seq']).execute()
    const people: { stream: StreamId; seq: number; isDealt: boolean }[] = []
    for (const { streamId: stream, seq } of rows) {
      const place = placeOf(stream)
      if (place === null) continue
      const ids = PatientListKind.options.map((list) => callSharesId({ ...place, list }))
      const versions = await streams.listVersions(stream, ids)
      people.push({ stream, seq, isDealt: versions.some(({ deleted }) => !deleted) })
    }
    return people
  })
}

/** Null for a stream of anything but a zone's people. */
function placeOf(id: StreamId): CallPlace | null {
  const stream = findStream(id)
  return stream?.kind === 'zone' && stream.class === 'people' ? stream : null
}
