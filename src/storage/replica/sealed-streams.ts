import type { World } from '#domain/base/world.ts'
import { findStream, type StreamClass, type StreamId } from '#domain/streams/stream.ts'
import type { CacheDatabase, ChunkRow, ReplicaRow } from '../databases/cache-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import type { UnlockedEmployee } from '../unlocked/unlocked-employee.ts'
import { printOf } from './chunks.ts'
import type { StreamVersion } from './stream-reading.ts'

export type SealedStream = {
  row: ReplicaRow
  chunks: ChunkRow[]
  /** By bucket, of chunks that were prefetched: a hash needs no key. */
  prints?: ReadonlyMap<number, string>
}

/** The root is part of it, because a stream that is dropped and fetched again starts at revision one. */
export function versionOf({ rev, gen, head }: ReplicaRow): StreamVersion {
  return `${rev}/${gen}/${head.head.root}`
}

/** Reads the row and its chunks in one transaction. */
export function readSealed(
  stream: StreamId,
  cache: Supervisor<CacheDatabase>,
): Promise<SealedStream | null> {
  return cache.run((database) =>
    database.transaction('r', database.replicas, database.chunks, async () => {
      const row = await database.replicas.get(stream)
      if (row === undefined) return null
      const chunks = database.chunks.where('[stream+gen]').equals([stream, row.gen])
      return { row, chunks: await chunks.toArray() }
    }),
  )
}

/** Reads the streams as they are on the disk, sealed. It needs no key. */
export function sealedStreams({
  cache,
  unlocked,
}: {
  cache: Supervisor<CacheDatabase>
  unlocked: UnlockedEmployee
}) {
  const prefetched = new Map<StreamId, SealedStream>()

  async function findRow(stream: StreamId): Promise<ReplicaRow | null> {
    return (await cache.run((database) => database.replicas.get(stream))) ?? null
  }

  return {
    findRow,
    read: (stream: StreamId) => readSealed(stream, cache),

    /** Takes out what was prefetched; null when there is nothing, or another version is shown by now. */
    takePrefetched(shown: ReplicaRow): SealedStream | null {
      const fetched = prefetched.get(shown.id)
      prefetched.delete(shown.id)
      return fetched !== undefined && versionOf(fetched.row) === versionOf(shown)
        ? { ...fetched, row: shown }
        : null
    },

    /** Loads the streams that the first screens show, until an employee unlocks and reads them herself. */
    async prefetch(world: World): Promise<void> {
      const all = await cache.run((database) => database.replicas.toCollection().primaryKeys())
      for (const stream of all.filter((id) => isForFirstScreens(id, world))) {
        if (unlocked.find() !== null) return
        const fetched = await readSealed(stream, cache)
        if (fetched === null) continue
        const prints = new Map<number, string>()
        for (const { bucket, sealed } of fetched.chunks) prints.set(bucket, await printOf(sealed))
        if (unlocked.find() === null) prefetched.set(stream, { ...fetched, prints })
      }
    },

    discardPrefetched: () => prefetched.clear(),
  }
}

/** Who is on the lists, and the tables without which nobody knows on which. */
const firstClasses: ReadonlySet<StreamClass> = new Set<StreamClass>(['critical', 'systems'])

function isForFirstScreens(id: StreamId, world: World): boolean {
  const stream = findStream(id)
  return stream !== null && stream.world === world && firstClasses.has(stream.class)
}

export type SealedStreams = ReturnType<typeof sealedStreams>
