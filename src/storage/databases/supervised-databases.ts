import { type CacheDatabase, raiseCacheVersion } from './cache-database.ts'
import type { OutboxDatabase } from './outbox-database.ts'
import { StorageFailedError, type Supervisor, supervise } from './supervisor.ts'

const reserveBytes = 2 * 1024 * 1024

/**
 * Supervises the cache. It frees no space for itself: its reserve is for the outbox. When the browser has dropped it, an
 * empty one takes its place, and `onReplaced` lets it be fetched again.
 */
export function superviseCache(
  open: () => CacheDatabase,
  onReplaced: () => void = () => {},
): Supervisor<CacheDatabase> {
  return supervise({
    open,
    canary: {
      async find(database) {
        const row = await database.settings.get('canary')
        return row?.id === 'canary' ? row.value : null
      },
      put: (database, value) => database.settings.put({ id: 'canary', value }),
    },
    freeSpace: async () => false,
    async onReplaced(database) {
      // What screens show of it is gone.
      await database.transaction('rw', database.settings, () => raiseCacheVersion(database))
      onReplaced()
    },
  })
}

/** Supervises the outbox. When the disk is full, the cache makes room: the server can send its data again. */
export function superviseOutbox(
  open: () => OutboxDatabase,
  cache: Supervisor<CacheDatabase>,
): Supervisor<OutboxDatabase> {
  return supervise({
    open,
    canary: {
      async find(database) {
        const row = await database.settings.get('canary')
        return row?.id === 'canary' ? row.value : null
      },
      put: (database, value) => database.settings.put({ id: 'canary', value }),
    },
    freeSpace: () => cache.run(freeCacheSpace),
  })
}

/** Stores the reserve if it is missing, and does without it on a device that has no room. */
export async function keepReserve(cache: Supervisor<CacheDatabase>): Promise<void> {
  try {
    await cache.run(async ({ settings }) => {
      if ((await settings.where({ id: 'reserve' }).count()) > 0) return
      await settings.put({ id: 'reserve', bytes: randomBytes(reserveBytes) })
    })
  } catch (error) {
    if (!(error instanceof StorageFailedError)) throw error
  }
}

/** The bytes are random, because the browser would compress zeros to almost nothing. */
function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  const max = 65_536
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += max) crypto.getRandomValues(bytes.subarray(at, at + max))
  return bytes
}

/** Deletes the reserve, or else what is staged; lists that are shown stay. False when neither is left. */
async function freeCacheSpace(cache: CacheDatabase): Promise<boolean> {
  if ((await cache.settings.where({ id: 'reserve' }).count()) > 0) {
    await cache.settings.delete('reserve')
    return true
  }
  if ((await cache.stagings.count()) === 0) return false
  await cache.transaction('rw', cache.stagings, cache.pages, cache.chunks, async () => {
    for (const { id, kind, gen } of await cache.stagings.toArray()) {
      if (kind === 'build') await cache.chunks.where('[stream+gen]').equals([id, gen]).delete()
    }
    await cache.stagings.clear()
    await cache.pages.clear()
  })
  return true
}
