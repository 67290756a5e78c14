import type { StreamId } from '#domain/streams/stream.ts'
import type { CacheDatabase } from '../databases/cache-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import type { StreamVersion } from './stream-reading.ts'
import { versionOf } from './sealed-streams.ts'

/** Records that a build found a schema's documents valid. Writes nothing when another version is shown by then. */
export async function markSound(
  { stream, version }: { stream: StreamId; version: StreamVersion },
  { schema, build }: { schema: string; build: string },
  cache: Supervisor<CacheDatabase>,
): Promise<void> {
  await cache.run((database) =>
    database.transaction('rw', database.replicas, async () => {
      const row = await database.replicas.get(stream)
      if (row === undefined || versionOf(row) !== version) return
      await database.replicas.put({ ...row, soundFor: { ...row.soundFor, [schema]: build } })
    }),
  )
}
