import type { DeviceClock } from '#domain/time/device-clock.ts'
import { type DerivationCost, standardCost } from '../crypto/key-derivation.ts'
import { wasmHasher } from '../crypto/wasm-hasher.ts'
import { CacheDatabase } from '../databases/cache-database.ts'
import { OutboxDatabase } from '../databases/outbox-database.ts'
import { superviseCache, superviseOutbox } from '../databases/supervised-databases.ts'
import { dexieDraftRepository } from '../outbox/dexie-draft-repository.ts'
import { dexieEntryRepository } from '../outbox/dexie-entry-repository.ts'
import { dexieOutboxStore } from '../outbox/dexie-outbox-store.ts'
import { dexieReplicaStore } from '../replica/dexie-replica-store.ts'
import { openedStreams } from '../replica/opened-streams.ts'
import { streamKeys } from '../replica/stream-keys.ts'
import { unlockedEmployee } from '../unlocked/unlocked-employee.ts'
import { vaultAccess } from './vault-access.ts'

export type VaultOptions = {
  clock: DeviceClock
  /** Random UUIDs. */
  newId: () => string
  /** Each answers a new connection every time it is asked. */
  databases?: { outbox: () => OutboxDatabase; cache: () => CacheDatabase }
  cost?: DerivationCost
}

/**
 * The vault of this device, locked: then it holds no key and no plaintext. It belongs in a worker that
 * ends when the app locks, so everything goes in and out of it by structured clone.
 */
export async function openVault({ clock, newId, ...options }: VaultOptions) {
  const databases = options.databases ?? {
    outbox: () => new OutboxDatabase(),
    cache: () => new CacheDatabase(),
  }
  const cache = superviseCache(databases.cache)
  const outbox = superviseOutbox(databases.outbox, cache)
  const unlocked = unlockedEmployee()
  const hasher = await wasmHasher()
  const keys = streamKeys({ cache, outbox })
  const outboxStore = dexieOutboxStore({ outbox, clock, newId })
  const cost = options.cost ?? standardCost

  return {
    access: vaultAccess({ outbox, cache, outboxStore, unlocked, hasher, cost, clock, newId }),
    drafts: dexieDraftRepository({ outbox, unlocked, clock }),
    entries: dexieEntryRepository({ outbox, unlocked, hasher, clock }),
    streams: openedStreams({ cache, unlocked, keys }),
    /** For sync. Every call but `listReplicas`, `listStagedStreams` and `findReplica` throws while locked. */
    replicas: dexieReplicaStore({ cache, unlocked, keys, hasher }),
    /** For sync. It works while locked. */
    outbox: outboxStore,
  }
}

/** Keys and plaintexts of this device, behind one object: a group of calls for each of those it serves. */
export type Vault = Awaited<ReturnType<typeof openVault>>
