import type { StreamId } from '#domain/streams/stream.ts'
import {
  type CacheDatabase,
  type ReplicaRow,
  raiseCacheVersion,
} from '../databases/cache-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import { isBelievedHead } from '../trust/head-trust.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'
import type { StreamReading, StreamVersion } from './stream-reading.ts'
import { type OpenedReplica, openReplica, trustIn } from './open-replica.ts'
import type { ReplicaServices } from './replica-services.ts'
import { type SealedStream, type SealedStreams, versionOf } from './sealed-streams.ts'

type ReaderPorts = Omit<ReplicaServices, 'outbox'> & { sealed: SealedStreams }

/** Makes a reader of what is shown. It cannot read what is staged. */
export function replicaReader(
  ports: ReaderPorts,
): (stream: StreamId, known?: StreamVersion) => Promise<StreamReading> {
  const { cache, sealed, unlocked, keys } = ports

  /** Null when the stream is not on this device, or the employee has no key for it. */
  async function open(
    employee: OpenEmployee,
    found: SealedStream | null,
  ): Promise<OpenedReplica | null> {
    if (found === null) return null
    const place = { stream: found.row.id, gen: found.row.gen }
    const key = await keys.find(employee, place)
    const opened = key && (await openReplica(employee, found, key, ports))
    if (opened === null || opened.damagedParts === 0) return opened
    keys.forget(employee, place)
    const keyNow = await keys.find(employee, place)
    return keyNow && openReplica(employee, found, keyNow, ports)
  }

  /** Null also when something is wrong with it: the disk is then read again before anything is said of it. */
  async function openPrefetched(
    employee: OpenEmployee,
    shown: ReplicaRow,
  ): Promise<OpenedReplica | null> {
    const opened = await open(employee, sealed.takePrefetched(shown))
    return opened?.damagedParts === 0 && opened.isSound ? opened : null
  }

  return async (stream, known) => {
    const employee = unlocked.find()
    if (employee === null) return { kind: 'locked' }
    const shown = await sealed.findRow(stream)
    if (shown === null) return { kind: 'none' }
    const before = employee.pins.opened.get(stream)
    if (versionOf(shown) === known && before?.version === known) {
      const mine = await keys.find(employee, { stream, gen: shown.gen })
      if (mine === null) return { kind: 'none' }
      const isSigned = await isBelievedHead(employee, shown.head, stream, ports.tools)
      const isSound = isSigned && before.isSound
      const trust = trustIn(employee, { row: shown, isSound }, ports)
      return { kind: 'same', stream, version: known, verifiedAt: shown.head.head.time, trust }
    }
    const opened =
      (await openPrefetched(employee, shown)) ?? (await open(employee, await sealed.read(stream)))
    if (opened === null) return { kind: 'none' }
    const { row, documents, damagedParts, isSound } = opened
    if ((damagedParts > 0 || !isSound) && row.damaged === 0) await markDamaged(cache, row)
    if (unlocked.find() !== employee) return { kind: 'locked' }
    const trust = trustIn(employee, opened, ports)
    return {
      kind: 'open',
      stream,
      version: versionOf(row),
      verifiedAt: row.head.head.time,
      trust,
      documents,
      damagedParts,
      // Whoever writes in the profile writes marks too: they say nothing of documents that are not the server's.
      soundFor: trust === 'verified' ? (row.soundFor ?? {}) : {},
    }
  }
}

/** Marks the stream so that sync rebuilds it. What is left of it is shown until that is verified. */
export function markDamaged(cache: Supervisor<CacheDatabase>, row: ReplicaRow): Promise<void> {
  return cache.run((database) =>
    database.transaction('rw', database.replicas, database.settings, async () => {
      const current = await database.replicas.get(row.id)
      if (current?.rev !== row.rev) return
      await database.replicas.update(row.id, { damaged: 1 })
      await raiseCacheVersion(database)
    }),
  )
}
