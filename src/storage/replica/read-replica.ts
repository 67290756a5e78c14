import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import {
  type CacheDatabase,
  type ReplicaRow,
  raiseCacheVersion,
} from '../databases/cache-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import type { OpenEmployee, UnlockedEmployee } from '../unlocked/unlocked-employee.ts'
import type { StreamReading, StreamVersion } from './stream-reading.ts'
import { openChunk } from './chunks.ts'
import { type SealedStream, type SealedStreams, versionOf } from './sealed-streams.ts'
import type { StreamKeys } from './stream-keys.ts'

type OpenedStream = { row: ReplicaRow; documents: StreamDocument[]; damagedParts: number }

/** Makes a reader of what sync has verified. It cannot read what is staged. */
export function replicaReader(ports: {
  cache: Supervisor<CacheDatabase>
  sealed: SealedStreams
  unlocked: UnlockedEmployee
  keys: StreamKeys
}): (stream: StreamId, known?: StreamVersion) => Promise<StreamReading> {
  const { cache, sealed, unlocked, keys } = ports

  /** Null when the stream is not on this device, or the employee has no key for it. */
  async function open(
    employee: OpenEmployee,
    found: SealedStream | null,
  ): Promise<OpenedStream | null> {
    if (found === null) return null
    const place = { stream: found.row.id, gen: found.row.gen }
    const key = await keys.find(employee, place)
    const opened = key && (await openAll(key, found))
    if (opened === null || opened.damagedParts === 0) return opened
    keys.forget(employee, place)
    const keyNow = await keys.find(employee, place)
    return keyNow && openAll(keyNow, found)
  }

  /** Null also when a part did not open: the disk is then read again before anything is called damaged. */
  async function openPrefetched(
    employee: OpenEmployee,
    shown: ReplicaRow,
  ): Promise<OpenedStream | null> {
    const opened = await open(employee, sealed.takePrefetched(shown))
    return opened?.damagedParts === 0 ? opened : null
  }

  return async (stream, known) => {
    const employee = unlocked.find()
    if (employee === null) return { kind: 'locked' }
    const shown = await sealed.findRow(stream)
    if (shown === null) return { kind: 'none' }
    if (versionOf(shown) === known) {
      const mine = await keys.find(employee, { stream, gen: shown.gen })
      if (mine === null) return { kind: 'none' }
      return { kind: 'same', stream, version: known, verifiedAt: shown.verifiedAt }
    }
    const opened =
      (await openPrefetched(employee, shown)) ?? (await open(employee, await sealed.read(stream)))
    if (opened === null) return { kind: 'none' }
    const { row, documents, damagedParts } = opened
    if (damagedParts > 0 && row.damaged === 0) await markDamaged(cache, row)
    if (unlocked.find() !== employee) return { kind: 'locked' }
    const { verifiedAt, soundFor = {} } = row
    const version = versionOf(row)
    return { kind: 'open', stream, version, verifiedAt, soundFor, documents, damagedParts }
  }
}

/** Missing chunks count as damaged, like those that do not open. */
async function openAll(key: CryptoKey, { row, chunks }: SealedStream): Promise<OpenedStream> {
  const opened = await Promise.all(chunks.map((chunk) => openChunk(key, chunk, chunk.sealed)))
  const whole = opened.filter((documents) => documents !== null)
  return { row, documents: whole.flat(), damagedParts: row.buckets - whole.length }
}

/** Marks the stream so that sync rebuilds it. What is left of it is shown until that is verified. */
function markDamaged(cache: Supervisor<CacheDatabase>, row: ReplicaRow): Promise<void> {
  return cache.run((database) =>
    database.transaction('rw', database.replicas, database.settings, async () => {
      const current = await database.replicas.get(row.id)
      if (current?.rev !== row.rev) return
      await database.replicas.update(row.id, { damaged: 1 })
      await raiseCacheVersion(database)
    }),
  )
}
