import type { World } from '#domain/base/world.ts'
import type { CacheDatabase } from '../databases/cache-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import type { UnlockedEmployee } from '../unlocked/unlocked-employee.ts'
import { markSound } from './mark-sound.ts'
import { replicaReader } from './read-replica.ts'
import { sealedStreams } from './sealed-streams.ts'
import type { StreamKeys } from './stream-keys.ts'

/** The streams as whoever has unlocked reads them. They are opened here and handed to the worker alone. */
export function openedStreams(ports: {
  cache: Supervisor<CacheDatabase>
  unlocked: UnlockedEmployee
  keys: StreamKeys
}) {
  const { cache } = ports
  const sealed = sealedStreams(ports)
  return {
    /** A reader that keeps what it read says which version that was, and is told when it is still the one. */
    read: replicaReader({ ...ports, sealed }),
    /** While locked: keeps the sealed lists of the first screens at hand, so that opening them waits for no disk. */
    fetchAhead: (world: World): Promise<void> => sealed.fetchAhead(world),
    /** What was fetched ahead and not read, as a colleague's zones. */
    forgetAhead: () => sealed.forgetAhead(),
    /** Keeps that a build found every document of a schema as it should be; no news of a version that is gone. */
    markSound: (
      of: Parameters<typeof markSound>[0],
      by: Parameters<typeof markSound>[1],
    ): Promise<void> => markSound(of, by, cache),
  }
}

export type OpenedStreams = ReturnType<typeof openedStreams>
