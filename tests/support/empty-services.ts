import { systemSources } from '#server/base/sources.ts'
import { openServices } from '#server/open-services.ts'
import type { Services } from '#server/services.ts'
import { aDataFolder } from './data-folder.ts'
import { testDatabase, type TestDatabase } from './test-database.ts'

/** A server's services on a migrated database that holds nobody. */
export async function emptyServices(): Promise<Services> {
  return await servicesOn(await testDatabase())
}

export async function servicesOn({ db, accounts }: TestDatabase): Promise<Services> {
  return await openServices({
    db,
    accounts,
    dataDir: await aDataFolder(),
    sources: systemSources,
  })
}
