import type { DeviceClock } from '#domain/time/device-clock.ts'
import { type DerivationCost, standardCost } from '../crypto/key-derivation.ts'
import { type WrapLimits, wrapLimits as standardLimits } from '../crypto/wrap.ts'
import { inTurn } from '../in-turn.ts'
import { wasmHasher } from '../crypto/wasm-hasher.ts'
import { CacheDatabase } from '../databases/cache-database.ts'
import { OutboxDatabase } from '../databases/outbox-database.ts'
import { superviseCache, superviseOutbox } from '../databases/supervised-databases.ts'
import { dexieClocksSeen } from '../outbox/dexie-clocks-seen.ts'
import { dexieDraftRepository } from '../outbox/dexie-draft-repository.ts'
import { dexieEntryRepository } from '../outbox/dexie-entry-repository.ts'
import { resealEntries } from '../outbox/reseal-entries.ts'
import { dexieOwnFacts } from '../outbox/dexie-own-facts.ts'
import { dexieOutboxStore } from '../outbox/dexie-outbox-store.ts'
import { dexieReplicaStore } from '../replica/dexie-replica-store.ts'
import { openedStreams } from '../replica/opened-streams.ts'
import { streamKeys } from '../replica/stream-keys.ts'
import { deviceTrust } from '../trust/device-trust.ts'
import { findReadersHere } from '../trust/readers-here.ts'
import { type TrustParts, trustParts } from '../trust/trust-parts.ts'
import { type LockNewsChannel, noLockNews } from '#domain/vault/lock-news.ts'
import type { ClosedEmployee } from '#domain/vault/closed-employee.ts'
import { unlockedEmployee } from '../unlocked/unlocked-employee.ts'
import { eraseClosed } from './erase-keys.ts'
import { secondSigner } from './second-signer.ts'
import { sessionKeys } from './session-keys.ts'
import { vaultAccess } from './vault-access.ts'

export type VaultOptions = {
  clock: DeviceClock
  /** Random UUIDs. */
  newId: () => string
  /** Each call makes a new connection. */
  databases?: { outbox: () => OutboxDatabase; cache: () => CacheDatabase }
  cost?: DerivationCost
  /** Weaker ones than those of `trustParts`, which tests hand in. */
  parts?: Partial<TrustParts>
  wrapLimits?: WrapLimits
  /** To the other tabs of this browser. */
  news?: Pick<LockNewsChannel, 'tell'>
}

/**
 * Opens the vault of this device in its locked state, in which it holds no key and no plaintext. The vault runs in a
 * worker that ends when the app locks, so all arguments and answers can be structured-cloned.
 */
export async function openVault({ clock, newId, ...options }: VaultOptions) {
  const databases = options.databases ?? {
    outbox: () => new OutboxDatabase(),
    cache: () => new CacheDatabase(),
  }
  let fetchAgain: (() => void) | null = null
  const cache = superviseCache(databases.cache, () => fetchAgain?.())
  const outbox = superviseOutbox(databases.outbox, cache)
  const unlocked = unlockedEmployee()
  const hasher = await wasmHasher()
  const parts = { ...trustParts, ...options.parts }
  const tools = { signatures: parts.signatures, hasher }
  const keys = streamKeys({ cache, outbox, parts, tools })
  const replica = { cache, outbox, unlocked, keys, tools, parts }
  const entry = { outbox, unlocked, hasher, clock, parts, addInTurn: inTurn() }
  const outboxStore = dexieOutboxStore({ outbox, clock, newId })
  const { cost = standardCost, wrapLimits = standardLimits, news = noLockNews } = options
  const watch = parts.lockWatch({ outbox, unlocked })
  const shared = { outbox, cache, outboxStore, unlocked, tools, clock, newId }
  const code = { ...shared, wrapLimits, unwrap: parts.unwrap, news }

  return {
    watch,
    access: vaultAccess({ ...code, cost, watch }),
    drafts: dexieDraftRepository({ outbox, unlocked, clock }),
    entries: dexieEntryRepository(entry),
    sessionKeys: sessionKeys({ outbox, unlocked, tools, watch }),
    secondSigner: secondSigner({ ...code, ...entry }),
    ownFacts: dexieOwnFacts({ outbox, unlocked }),
    clocks: dexieClocksSeen(outbox),
    /** For sync: destroys the keys of those who have no access any more. It works while locked. */
    eraseClosed: (closed: readonly ClosedEmployee[]) => eraseClosed(closed, { ...code, watch }),
    /** Seals again what a server that has lost its key cannot open; answers how many entries. */
    reseal: () => resealEntries({ ...entry, newId }),
    streams: openedStreams(replica),
    tools,
    /** Calls back when the browser has dropped all that the server can send again. */
    onCacheDropped(listener: () => void): void {
      fetchAgain = listener
    },
    /** Who reads on this device. It works while locked. */
    findReaders: () => findReadersHere(outbox),
    /** The server's keys. It works while locked. */
    trust: deviceTrust({ outbox, unlocked, tools }),
    /** For sync. Every call but `listReplicas`, `listStagedStreams` and `findReplica` throws while locked. */
    replicas: dexieReplicaStore(replica),
    /** For sync. It works while locked. */
    outbox: outboxStore,
  }
}

/** The one object that holds keys and plaintexts of this device, with a group of calls for each kind of caller. */
export type Vault = Awaited<ReturnType<typeof openVault>>
