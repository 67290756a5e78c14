import { sql } from 'kysely'
import { demoMunicipality } from '#content/demo-municipality.ts'
import { addMissingContent } from './accounts/add-missing-content.ts'
import { inviteFirstAdministrator } from './accounts/invitations.ts'
import { listMunicipalities } from './accounts/municipality-directory.ts'
import { isSeedComplete, seedMunicipality, type Seed } from './accounts/seed-municipality.ts'
import type { Environment } from './environment.ts'
import type { Services } from './services.ts'

/** How people can sign in, for the person who starts the server. */
export type WayIn =
  | { kind: 'demo' }
  | { kind: 'invitation'; token: string }
  /** Accounts exist already. */
  | { kind: 'accounts' }

/** The number of the advisory lock under which a database gets its first content. */
const firstContentLock = 20_260_102

/** Whether the demo is wanted, and its content; `seed` is null on a server that has no demo. */
export type DemoChoice = { demo: Environment['demo']; seed: Seed | null }

/**
 * Seeds the demo in an empty database, or invites the first administrator, as the environment says. Processes that
 * start at the same moment wait for each other: the second one finds the work done. Municipalities of an earlier version get
 * what content has come since.
 */
export async function prepareContent(services: Services, choice: DemoChoice): Promise<WayIn> {
  if (choice.demo === 'on' && choice.seed === null) {
    throw new Error('DEMO=1 asks for the demo, which this server does not have.')
  }
  return await services.db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${firstContentLock})`.execute(connection)
    try {
      const wayIn = await prepareAlone(services, choice)
      await addMissingContent(services)
      return wayIn
    } finally {
      await sql`select pg_advisory_unlock(${firstContentLock})`.execute(connection)
    }
  })
}

async function prepareAlone(services: Services, { demo, seed }: DemoChoice): Promise<WayIn> {
  const municipalities = await listMunicipalities(services.db)
  const holdsDemo = municipalities.includes(demoMunicipality)
  const wanted = seed !== null && demo !== 'off' ? seed : null
  if (holdsDemo) refuseDemoAccounts(wanted === null ? 'off' : demo, municipalities.length)
  if (wanted !== null && (holdsDemo || municipalities.length === 0)) {
    if (!(await isSeedComplete(services, wanted))) await seedMunicipality(services, wanted)
    return { kind: 'demo' }
  }
  const token = await inviteFirstAdministrator(services)
  return token === null ? { kind: 'accounts' } : { kind: 'invitation', token }
}

/** The demo's passwords are printed in its documents, so no real server may have its accounts. */
function refuseDemoAccounts(demo: Environment['demo'], municipalities: number): void {
  if (demo === 'off') {
    throw new Error(
      'This database holds the demo. Start without --no-demo, or with another DATA_DIR.',
    )
  }
  if (demo === 'whenEmpty' && municipalities > 1) {
    throw new Error(
      'This database holds the demo and other municipalities. Set DEMO=1 if this is intended.',
    )
  }
}
