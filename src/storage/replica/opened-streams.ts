import type { World } from '#domain/base/world.ts'
import { savePins } from '../trust/stored-pins.ts'
import { markSound } from './mark-sound.ts'
import { replicaReader } from './read-replica.ts'
import type { ReplicaServices } from './replica-services.ts'
import { sealedStreams } from './sealed-streams.ts'

/** Reads streams for the employee who has unlocked. Opened documents are given to the vault's worker only. */
export function openedStreams(ports: ReplicaServices) {
  const { cache, outbox, unlocked } = ports
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
    /** Stores what reading has verified, so that it is not verified again after the next unlock. */
    async savePins(): Promise<void> {
      const employee = unlocked.find()
      if (employee !== null) await savePins(employee, outbox)
    },
  }
}

export type OpenedStreams = ReturnType<typeof openedStreams>
