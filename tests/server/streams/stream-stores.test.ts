import { sql } from 'kysely'
import { describe } from 'vitest'
import { createMunicipality } from '#server/accounts/create-municipality.ts'
import { systemScope, withTenant, withTenantSnapshot } from '#server/database/with-tenant.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { SectionId } from '#domain/base/ids.ts'
import { memorySyncDatabase } from '../../support/memory-sync-database.ts'
import { streamStoreContract } from '../../support/stream-store-contract.ts'
import { asOwnerOf, testDatabase } from '../../support/test-database.ts'
import { testMunicipality, testZones } from '../../support/test-server.ts'

describe('in memory', () => {
  streamStoreContract(() => {
    const db = memorySyncDatabase({ pause: () => new Promise((resolve) => setImmediate(resolve)) })
    return Promise.resolve({
      transaction: (work) => db.transaction(({ streams }) => work(streams)),
      snapshot: (work) => db.snapshot(({ streams }) => work(streams)),
    })
  })
})

describe('on PostgreSQL', async () => {
  const { db, accounts, urls } = await testDatabase()
  const owner = asOwnerOf(urls)
  const section = SectionId.parse('nord')
  await createMunicipality(accounts, {
    id: testMunicipality,
    name: 'Testby',
    hostName: null,
    sections: [{ id: section, name: 'Nord' }],
    zones: testZones.map((id) => ({ id, name: id, section })),
  })
  const scope = await systemScope(db, testMunicipality)

  streamStoreContract(async () => {
    await sql`truncate stream cascade`.execute(owner)
    return {
      transaction: (work) => withTenant(db, scope, (one) => work(postgresStreamStore(one))),
      snapshot: (work) => withTenantSnapshot(db, scope, (one) => work(postgresStreamStore(one))),
    }
  })
})
