import { accepted, refused } from '#domain/base/result.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import type { VaultAccess } from '#domain/vault/vault-access.ts'
import type { DerivationCost } from '../crypto/key-derivation.ts'
import type { WrapLimits } from '../crypto/wrap.ts'
import type { CacheDatabase } from '../databases/cache-database.ts'
import { type OutboxDatabase, raiseOutboxVersion } from '../databases/outbox-database.ts'
import { keepReserve } from '../databases/supervised-databases.ts'
import { StorageFailedError, type Supervisor } from '../databases/supervisor.ts'
import type { OutboxStore } from '../outbox/outbox-store.ts'
import type { LockNewsChannel } from '#domain/vault/lock-news.ts'
import type { LockWatch } from '../unlocked/lock-watch.ts'
import type { UnlockedEmployee } from '../unlocked/unlocked-employee.ts'
import type { TrustParts } from '../trust/trust-parts.ts'
import { saveTrust } from '../trust/save-trust.ts'
import { savePins } from '../trust/stored-pins.ts'
import { sealProfile } from './employee.ts'
import { enrolment } from './enrolment.ts'
import { vaultStatus } from './status.ts'
import { unlock } from './unlock.ts'
import { rememberLast } from './unlock-memory.ts'

/** Enrols, unlocks and locks. No other code opens or drops an employee's keys. */
export function vaultAccess(services: {
  outbox: Supervisor<OutboxDatabase>
  cache: Supervisor<CacheDatabase>
  outboxStore: OutboxStore
  unlocked: UnlockedEmployee
  tools: TrustTools
  cost: DerivationCost
  wrapLimits: WrapLimits
  unwrap: TrustParts['unwrap']
  watch: LockWatch
  news: Pick<LockNewsChannel, 'tell'>
  clock: DeviceClock
  newId: () => string
}): VaultAccess {
  const { outbox, cache, unlocked, watch } = services
  const { forget, ...enrolling } = enrolment(services)

  return {
    completeEnrolment: enrolling.completeEnrolment,

    async prepareEnrolment(input) {
      await watch.check()
      return enrolling.prepareEnrolment(input)
    },

    async repeatEnrolment(challenge) {
      await watch.check()
      return enrolling.repeatEnrolment(challenge)
    },

    async renewEnrolment(challenge) {
      await watch.check()
      return enrolling.renewEnrolment(challenge)
    },

    async status() {
      await watch.check()
      return vaultStatus(services)
    },

    async unlock(employeeId, code) {
      const answer = await unlock(employeeId, code, services)
      if (answer.ok) await keepReserve(cache)
      return answer
    },

    async lock(next) {
      forget()
      const employee = unlocked.find()
      await watch.lockEveryTab()
      if (next === 'chooses') {
        await outbox
          .run((database) => rememberLast(database, 'handedOver'))
          .catch(ignoreStorageFailure)
      }
      // After the lock: a disk that is full or slow must not keep the vault open. What is not stored is verified again.
      if (employee !== null) await savePins(employee, outbox).catch(ignoreStorageFailure)
    },

    async findUnlocked() {
      await watch.check()
      const employee = unlocked.find()
      return employee && { employeeId: employee.employeeId, profile: employee.profile }
    },

    async confirmServer(root) {
      await watch.check()
      const employee = unlocked.find()
      if (employee === null) return refused({ kind: 'locked' })
      if (root !== employee.trust.root) return refused({ kind: 'otherServer' })
      await saveTrust(employee, { confirmed: true }, outbox)
      return accepted(null)
    },

    async saveProfile(profile) {
      const employee = unlocked.find()
      if (employee === null || employee.employeeId !== profile.author.employeeId) {
        return refused({ kind: 'locked' })
      }
      const sealed = await sealProfile(employee.keys.identity, profile)
      await outbox.run((database) =>
        database.transaction('rw', database.employees, database.settings, async () => {
          await database.employees.update(employee.employeeId, { profile: sealed })
          await raiseOutboxVersion(database)
        }),
      )
      employee.profile = profile
      return accepted(null)
    },
  }
}

function ignoreStorageFailure(error: unknown): void {
  if (!(error instanceof StorageFailedError)) throw error
}
