import type { World } from '#domain/base/world.ts'
import type { CacheDatabase } from '../databases/cache-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import type { UnlockedEmployee } from '../unlocked/unlocked-employee.ts'
import { markSound } from './mark-sound.ts'
import { replicaReader } from './read-replica.ts'
import { sealedStreams } from './sealed-streams.ts'
import type { StreamKeys } from './stream-keys.ts'

/** Reads streams for the employee who has unlocked. Opened documents are given to the vault's worker only. */
export function openedStreams(ports: {
  cache: Supervisor<CacheDatabase>
  unlocked: UnlockedEmployee
  keys: StreamKeys
}) {
  const { cache } = ports
  const sealed = sealedStreams(ports)
  return {
    /** A caller that caches what it read passes that version, and is answered `same` while it is current. */
    read: replicaReader({ ...ports, sealed }),
    /** While locked: loads the sealed lists of the first screens, so that opening them waits for no disk. */
    prefetch: (world: World): Promise<void> => sealed.prefetch(world),
    /** Discards what was prefetched and not read, such as a colleague's zones. */
    discardPrefetched: () => sealed.discardPrefetched(),
    /** Records that a build found every document of a schema valid; ignored for a version that is gone. */
    markSound: (
      of: Parameters<typeof markSound>[0],
      by: Parameters<typeof markSound>[1],
    ): Promise<void> => markSound(of, by, cache),
  }
}

export type OpenedStreams = ReturnType<typeof openedStreams>
