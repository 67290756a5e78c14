import { accepted, refused } from '#domain/base/result.ts'
import { CacheDatabase } from '../databases/cache-database.ts'
import type { DeviceClock } from '../device-clock.ts'
import { OutboxDatabase, raiseOutboxVersion } from '../databases/outbox-database.ts'
import { dexieDraftRepository } from '../outbox/dexie-draft-repository.ts'
import { dexieEntryRepository } from '../outbox/dexie-entry-repository.ts'
import { dexieOutboxStore } from '../outbox/dexie-outbox-store.ts'
import { dexieReplicaStore } from '../replica/dexie-replica-store.ts'
import { markSound } from '../replica/mark-sound.ts'
import { replicaReader } from '../replica/read-replica.ts'
import { sealedStreams } from '../replica/sealed-streams.ts'
import { streamKeys } from '../replica/stream-keys.ts'
import { keepReserve, superviseCache, superviseOutbox } from '../databases/supervised-databases.ts'
import { wasmHasher } from '../crypto/wasm-hasher.ts'
import { sealProfile } from './employee.ts'
import { enrolment } from './enrolment.ts'
import { type DerivationCost, standardCost } from '../crypto/key-derivation.ts'
import { type Sessions, sessions as newSessions } from './session.ts'
import { vaultStatus } from './status.ts'
import { unlock } from './unlock.ts'
import type { Vault } from './vault.ts'

export type VaultOptions = {
  clock: DeviceClock
  /** Random UUIDs. */
  newId: () => string
  /** Each answers a new connection every time it is asked. */
  databases?: { outbox: () => OutboxDatabase; cache: () => CacheDatabase }
  cost?: DerivationCost
}

/** The vault of this device, locked. It belongs in a worker that ends when the app locks. */
export async function openVault(options: VaultOptions): Promise<Vault> {
  const { clock, newId } = options
  const databases = options.databases ?? {
    outbox: () => new OutboxDatabase(),
    cache: () => new CacheDatabase(),
  }
  const cache = superviseCache(databases.cache)
  const outbox = superviseOutbox(databases.outbox, cache)
  const sessions: Sessions = newSessions()
  const hasher = await wasmHasher()
  const keys = streamKeys({ cache, outbox })
  const sealed = sealedStreams({ cache, sessions })
  const cost = options.cost ?? standardCost
  const outboxStore = dexieOutboxStore({ outbox, clock, newId })

  const { forget, ...enrolling } = enrolment({ outbox, sessions, hasher, cost, newId })

  return {
    ...enrolling,
    status: () => vaultStatus({ outbox, cache, outboxStore, sessions, clock }),
    async unlock(employeeId, code) {
      const unlocked = await unlock(employeeId, code, { outbox, cache, sessions, clock })
      if (unlocked.ok) await keepReserve(cache)
      return unlocked
    },
    async lock() {
      forget()
      sessions.end()
    },
    async findUnlocked() {
      const session = sessions.find()
      return session && { employeeId: session.employeeId, profile: session.profile }
    },
    async saveProfile(profile) {
      const session = sessions.find()
      if (session === null || session.employeeId !== profile.author.employeeId) {
        return refused({ kind: 'locked' })
      }
      const sealed = await sealProfile(session.keys.identity, profile)
      await outbox.run((database) =>
        database.transaction('rw', database.employees, database.settings, async () => {
          await database.employees.update(session.employeeId, { profile: sealed })
          await raiseOutboxVersion(database)
        }),
      )
      session.profile = profile
      return accepted(null)
    },
    fetchAhead: (world) => sealed.fetchAhead(world),
    forgetAhead: async () => sealed.forgetAhead(),
    readStream: replicaReader({ cache, sealed, sessions, keys }),
    markSound: (of, by) => markSound(of, by, cache),
    drafts: dexieDraftRepository({ outbox, sessions, clock }),
    entries: dexieEntryRepository({ outbox, sessions, hasher, clock }),
    replicas: dexieReplicaStore({ cache, sessions, keys, hasher }),
    outbox: outboxStore,
  }
}
