import { CacheDatabase } from './cache-database.ts'
import { OutboxDatabase } from './outbox-database.ts'

/**
 * Answers two numbers that go up when something that a screen shows may have changed. A screen
 * live-queries them in the page and reads the rest from the vault's worker.
 */
export function liveVersions(
  databases: { outbox: OutboxDatabase; cache: CacheDatabase } = {
    outbox: new OutboxDatabase(),
    cache: new CacheDatabase(),
  },
): { streams(): Promise<number>; outbox(): Promise<number> } {
  return {
    async streams() {
      const row = await databases.cache.settings.get('version')
      return row?.id === 'version' ? row.value : 0
    },
    async outbox() {
      const row = await databases.outbox.settings.get('version')
      return row?.id === 'version' ? row.value : 0
    },
  }
}
