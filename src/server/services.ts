import type { World } from '#domain/base/world.ts'
import type { KnownDevices } from './accounts/known-devices.ts'
import type { LoginAttemptRepository } from './accounts/login-attempt-repository.ts'
import type { PasswordHasher } from './accounts/password-hasher.ts'
import type { SessionRepository } from './accounts/session-repository.ts'
import type { AccountsDatabase, Database } from './database/database.ts'
import type { judgeEnrolment } from './inbox/judge-enrolment.ts'
import type { KeysOrigin } from './keys/claim-server-keys.ts'
import type { KeyRing } from './keys/key-ring.ts'
import type { EmployeeListReader } from './employee-list/employee-list-reader.ts'
import type { ImportServices } from './import/roster/import-services.ts'
import type { Sources } from './base/sources.ts'
import type { ProjectionPorts } from './projection/projection-ports.ts'
import type { SignatureCheck } from '#domain/trust/signatures.ts'

/** The services that the routes use; `main.ts` and the tests create them. */
export type Services = {
  db: Database
  /** Handed to what signs in and to the administration of accounts, and to nothing else. */
  accounts: AccountsDatabase
  keys: KeyRing
  keysOrigin: KeysOrigin
  sources: Sources
  /** Verifies what devices sign. Tests hand in a weaker one, to see that an attack succeeds without it. */
  signatures: SignatureCheck
  /** The world of the server's own work: first content, imports, binders. */
  world: World
  passwords: PasswordHasher
  sessions: SessionRepository
  attempts: LoginAttemptRepository
  devices: KnownDevices
  imports: ImportServices
  readEmployees: EmployeeListReader
  /** Whether keys may be vouched for; tests hand in one that asks nobody. */
  judgeEnrolment: typeof judgeEnrolment
  /** Parts of the projection other than the usual ones; none but in tests. */
  projection: Partial<ProjectionPorts>
}
