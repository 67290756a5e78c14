import type { CacheDatabase } from './cache-database.ts'
import type { OutboxDatabase } from './outbox-database.ts'
import { StorageFailedError, type Supervisor, supervise } from './supervisor.ts'

const reserveBytes = 2 * 1024 * 1024

/** Keeps some bytes that mean nothing, to give way when the disk is full. */
export function superviseCache(open: () => CacheDatabase): Supervisor<CacheDatabase> {
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
  })
}

/** What cannot be had again comes before what the server can send again. */
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
    freeSpace: () => cache.run(giveWay),
  })
}

/** Stores the reserve if it is not there. A device that has no room has nothing to reserve either. */
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

/** Random, for the browser stores zeros in next to no space. */
function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  const most = 65_536
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += most) crypto.getRandomValues(bytes.subarray(at, at + most))
  return bytes
}

/** First the reserve, then what is staged: lists that are shown stay. False when there is nothing left to give. */
async function giveWay(cache: CacheDatabase): Promise<boolean> {
  if ((await cache.settings.where({ id: 'reserve' }).count()) > 0) {
    await cache.settings.delete('reserve')
    return true
  }
  if ((await cache.stagings.count()) === 0) return false
  await cache.transaction('rw', cache.stagings, cache.pages, async () => {
    await cache.stagings.clear()
    await cache.pages.clear()
  })
  return true
}
