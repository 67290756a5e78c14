import { knownDevices } from './accounts/known-devices.ts'
import { loginAttemptRepository } from './accounts/login-attempt-repository.ts'
import { listMunicipalities } from './accounts/municipality-directory.ts'
import { openPasswordHasher } from './accounts/password-hasher.ts'
import { sessionRepository } from './accounts/session-repository.ts'
import { employeeListReader } from './employee-list/employee-list-reader.ts'
import { listReader, readingLimits } from './import/apart/list-reader.ts'
import { keyIdentities } from './import/roster/key-identities.ts'
import { judgeEnrolment } from './inbox/judge-enrolment.ts'
import { type KeysPolicy, claimServerKeys } from './keys/claim-server-keys.ts'
import type { AccountsDatabase, Database } from './database/database.ts'
import { nodeHasher } from './base/node-hasher.ts'
import { recordForAll } from './reporting/record-for-all.ts'
import type { Services } from './services.ts'
import type { Sources } from './base/sources.ts'
import { postgresStreamStore } from './streams/postgres-stream-store.ts'
import { webSignatureCheck } from '#sealing/es256.ts'

/** Opens all services that use the database and the data folder; composition roots and tests call it. */
export async function openServices(from: {
  db: Database
  accounts: AccountsDatabase
  dataDir: string
  sources: Sources
  keys?: KeysPolicy
}): Promise<Services> {
  const { db, accounts, sources } = from
  const world = 'real'
  const databases = { db, accounts }
  const claimed = await claimServerKeys(databases, from.dataDir, sources.now(), from.keys)
  const services: Services = {
    db,
    accounts,
    sources,
    signatures: webSignatureCheck,
    world,
    keys: claimed.ring,
    keysOrigin: claimed.origin,
    passwords: openPasswordHasher(),
    sessions: sessionRepository(accounts, sources),
    attempts: loginAttemptRepository(accounts, sources),
    devices: knownDevices(() => claimed.ring.current().deviceMarks, sources.newId),
    judgeEnrolment,
    projection: {},
    readEmployees: employeeListReader(),
    imports: {
      db,
      sources,
      world,
      hasher: nodeHasher,
      readList: listReader(readingLimits),
      identities: claimed.identity.key,
      openStreams: postgresStreamStore,
    },
  }
  for (const municipality of await listMunicipalities(db)) {
    await keyIdentities(db, municipality, claimed.identity.key)
  }
  const { origin } = claimed
  if (origin === 'newSet' || origin === 'newRoot' || claimed.identity.isNew) {
    await recordForAll(db, 'keysAccepted', sources.now())
  }
  return services
}
