import { createAccount } from '../accounts/create-account.ts'
import { createMunicipality } from '../accounts/create-municipality.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import type { Services } from '../services.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import { demoMunicipality, demoPeople, demoSections, demoZones } from './demo-people.ts'
import { writeDemoStreams } from './write-demo-streams.ts'

/**
 * Fills a database with the synthetic municipality.
 *
 * Safe to repeat. The accounts come last: while one is missing, the seeding was cut short.
 */
export async function seedDemo(services: Services): Promise<void> {
  await createMunicipality(services.db, {
    id: demoMunicipality,
    name: 'Demokommunen',
    hostName: null,
    sections: demoSections,
    zones: demoZones,
  })
  const scope = await systemScope(services.db, demoMunicipality)
  await withTenant(services.db, scope, (transaction) =>
    writeDemoStreams(postgresStreamStore(transaction), {
      hasher: nodeHasher,
      world: services.world,
      now: services.sources.now(),
    }),
  )
  const known = await listUsernames(services)
  for (const person of demoPeople) {
    if (!known.has(person.username)) await createAccount(services, demoMunicipality, person)
  }
}

/** Whether everything that `seedDemo` makes is there. */
export async function isDemoComplete(services: Services): Promise<boolean> {
  const known = await listUsernames(services)
  return demoPeople.every(({ username }) => known.has(username))
}

async function listUsernames({ db }: Services): Promise<Set<string>> {
  const scope = { municipality: demoMunicipality, zones: [], account: null, role: null }
  const rows = await withTenant(db, scope, (transaction) =>
    transaction.selectFrom('account').select('username').execute(),
  )
  return new Set(rows.map(({ username }) => username))
}
