import { systemSources } from '#server/base/sources.ts'
import { openServices } from '#server/open-services.ts'
import type { Services } from '#server/services.ts'
import { aDataFolder } from './data-folder.ts'
import { testDatabase } from './test-database.ts'

/** A server's services on a migrated database that holds nobody. */
export async function emptyServices(): Promise<Services> {
  return await openServices({
    db: await testDatabase(),
    dataDir: await aDataFolder(),
    sources: systemSources,
  })
}
