import type { World } from '#domain/base/world.ts'
import { findStream, type StreamId } from '#domain/streams/stream.ts'
import type { CacheDatabase, ChunkRow, ReplicaRow } from '../databases/cache-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import type { UnlockedEmployee } from '../unlocked/unlocked-employee.ts'
import type { StreamVersion } from './stream-reading.ts'

export type SealedStream = { row: ReplicaRow; chunks: ChunkRow[] }

/** A stream that is dropped and comes anew counts its revisions from one again. */
export function versionOf({ rev, digest }: ReplicaRow): StreamVersion {
  return `${rev}/${digest}`
}

/** The streams as they lie on the disk, which no key is needed for. */
export function sealedStreams({
  cache,
  unlocked,
}: {
  cache: Supervisor<CacheDatabase>
  unlocked: UnlockedEmployee
}) {
  const ahead = new Map<StreamId, SealedStream>()

  async function findRow(stream: StreamId): Promise<ReplicaRow | null> {
    return (await cache.run((database) => database.replicas.get(stream))) ?? null
  }

  /** The row and its chunks as they are at one moment. */
  function read(stream: StreamId): Promise<SealedStream | null> {
    return cache.run((database) =>
      database.transaction('r', database.replicas, database.chunks, async () => {
        const row = await database.replicas.get(stream)
        if (row === undefined) return null
        const chunks = database.chunks.where('[stream+gen]').equals([stream, row.gen])
        return { row, chunks: await chunks.toArray() }
      }),
    )
  }

  return {
    findRow,
    read,

    /** What was fetched ahead, once; null when there is none, or another version is shown by now. */
    takeAhead(shown: ReplicaRow): SealedStream | null {
      const fetched = ahead.get(shown.id)
      ahead.delete(shown.id)
      return fetched !== undefined && versionOf(fetched.row) === versionOf(shown)
        ? { row: shown, chunks: fetched.chunks }
        : null
    },

    /** Fetches the streams that the first screens are made of, until somebody unlocks and reads for herself. */
    async fetchAhead(world: World): Promise<void> {
      const all = await cache.run((database) => database.replicas.toCollection().primaryKeys())
      for (const stream of all.filter((id) => isForFirstScreens(id, world))) {
        if (unlocked.find() !== null) return
        const fetched = await read(stream)
        if (fetched !== null && unlocked.find() === null) ahead.set(stream, fetched)
      }
    },

    forgetAhead: () => ahead.clear(),
  }
}

function isForFirstScreens(id: StreamId, world: World): boolean {
  const stream = findStream(id)
  return stream?.class === 'critical' && stream.world === world
}

export type SealedStreams = ReturnType<typeof sealedStreams>
