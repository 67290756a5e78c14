import { knownDevices } from './accounts/known-devices.ts'
import { loginAttemptRepository } from './accounts/login-attempt-repository.ts'
import { openPasswordHasher } from './accounts/password-hasher.ts'
import { sessionRepository } from './accounts/session-repository.ts'
import { listReader, readingLimits } from './import/apart/list-reader.ts'
import { judgeEnrolment } from './inbox/judge-enrolment.ts'
import { claimServerKeys } from './keys/claim-server-keys.ts'
import type { AccountsDatabase, Database } from './database/database.ts'
import { nodeHasher } from './base/node-hasher.ts'
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
}): Promise<Services> {
  const { db, accounts, sources } = from
  const world = 'real'
  const keys = await claimServerKeys({ db, accounts }, from.dataDir, sources.now())
  return {
    db,
    accounts,
    sources,
    signatures: webSignatureCheck,
    world,
    keys,
    passwords: openPasswordHasher(),
    sessions: sessionRepository(accounts, sources),
    attempts: loginAttemptRepository(accounts, sources),
    devices: knownDevices(() => keys.current().deviceMarks, sources.newId),
    judgeEnrolment,
    projection: {},
    imports: {
      db,
      sources,
      world,
      hasher: nodeHasher,
      readList: listReader(readingLimits),
      openStreams: postgresStreamStore,
    },
  }
}
