import { describe } from 'vitest'
import { createMunicipality } from '#server/accounts/create-municipality.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { postgresInboxStore } from '#server/inbox/postgres-inbox-store.ts'
import { inboxStoreContract } from '../../support/inbox-store-contract.ts'
import { memorySyncDatabase } from '../../support/memory-sync-database.ts'
import { testDatabase } from '../../support/test-database.ts'
import { testMunicipality } from '../../support/test-server.ts'

describe('in memory', () => {
  const db = memorySyncDatabase({ pause: () => new Promise((resolve) => setImmediate(resolve)) })

  inboxStoreContract(testMunicipality, (work) => db.transaction(({ inbox }) => work(inbox)))
})

describe('on PostgreSQL', async () => {
  const { db, accounts } = await testDatabase()
  const empty = { hostName: null, sections: [], zones: [] }
  await createMunicipality(accounts, { id: testMunicipality, name: 'Testby', ...empty })
  const scope = { municipality: testMunicipality, zones: [], account: null, role: null }

  inboxStoreContract(testMunicipality, (work) =>
    withTenant(db, scope, (one) => work(postgresInboxStore(one, testMunicipality))),
  )
})
