import { sql } from 'kysely'
import { inviteFirstAdministrator } from './accounts/invitations.ts'
import { listMunicipalities } from './accounts/municipality-directory.ts'
import { demoMunicipality } from './demo/demo-people.ts'
import { isDemoComplete, seedDemo } from './demo/seed-demo.ts'
import type { Environment } from './environment.ts'
import type { Services } from './services.ts'

/** What whoever starts the server is told about getting in. */
export type WayIn =
  | { kind: 'demo' }
  | { kind: 'invitation'; token: string }
  /** There are accounts already. */
  | { kind: 'accounts' }

/** The number of the advisory lock under which a database gets its first content. */
const firstContentLock = 20_260_102

/**
 * Seeds the demo in an empty database, or invites the first administrator, as the environment says. Processes that
 * start at the same moment wait for each other: the second finds it done.
 */
export async function prepareContent(
  services: Services,
  demo: Environment['demo'],
): Promise<WayIn> {
  return await services.db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${firstContentLock})`.execute(connection)
    try {
      return await prepareAlone(services, demo)
    } finally {
      await sql`select pg_advisory_unlock(${firstContentLock})`.execute(connection)
    }
  })
}

async function prepareAlone(services: Services, demo: Environment['demo']): Promise<WayIn> {
  const municipalities = await listMunicipalities(services.db)
  if (municipalities.includes(demoMunicipality)) refuseOpenDoors(demo, municipalities.length)
  const wanted = municipalities.length === 0 && demo !== 'off'
  if (wanted || municipalities.includes(demoMunicipality)) {
    if (wanted || !(await isDemoComplete(services))) await seedDemo(services)
    return { kind: 'demo' }
  }
  const token = await inviteFirstAdministrator(services)
  return token === null ? { kind: 'accounts' } : { kind: 'invitation', token }
}

/** The demo's passwords are printed in its documents, so no real server may have its accounts. */
function refuseOpenDoors(demo: Environment['demo'], municipalities: number): void {
  if (demo === 'off') {
    throw new Error(
      'This database holds the demo. Start without --no-demo, or with another DATA_DIR.',
    )
  }
  if (demo === 'whenEmpty' && municipalities > 1) {
    throw new Error('This database holds the demo beside others: say DEMO=1 if that is meant.')
  }
}
