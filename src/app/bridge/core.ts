import type { Endpoint, ProxyMarked } from 'comlink'
import type { Result } from '#domain/base/result.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { DraftRepository } from '#domain/vault/draft-repository.ts'
import type { EntryRepository } from '#domain/vault/entry-repository.ts'
import type { SecondSigner } from '#domain/vault/second-signer.ts'
import type { VaultAccess } from '#domain/vault/vault-access.ts'
import type { BinderFacts, BinderOrder, LayingRefusal } from './binder-printer.ts'
import type { CardOpenings } from './card-openings.ts'
import type { DeviceQueries } from './device-queries.ts'
import type { DeviceReader } from './device-reader.ts'
import type { FactWriter } from './fact-writer.ts'
import type { IncidentQueries } from './incident-queries.ts'
import type { PatientFetches } from './patient-fetches.ts'
import type { SyncStatus } from './sync-status.ts'

/** What triggers a sync: the device (online, foreground, unlocked), the employee (requested) or a new entry (written). */
export type SyncReason = 'online' | 'foreground' | 'unlocked' | 'requested' | 'written'

export type EverythingRead = {
  documents: number
  /** Streams that did not open completely, or have another number of documents than they should. */
  faults: StreamId[]
}

/** passwordNeeded: the server wants her password, because she last gave it too long ago, or knows nothing of her keys. */
export type Resumption = 'resumed' | 'passwordNeeded' | 'unreachable'

/**
 * All that the page knows about the vault's worker. In a test, the core may run in the page with the same
 * calls. No key and no sealed list passes through it.
 */
export interface Core {
  vault: VaultAccess & {
    drafts: DraftRepository
    entries: EntryRepository
    secondSigner: SecondSigner
  }
  reader: DeviceReader
  queries: DeviceQueries
  openings: CardOpenings
  facts: FactWriter
  incidents: IncidentQueries
  /** Reports that another tab has locked, and that this worker has dropped its keys. */
  watchLock(listener: () => void): Promise<void>
  fetches: PatientFetches
  /** Goes on with the session of whoever has unlocked, by her keys; a colleague's session in this browser is left. */
  resumeSession(): Promise<Resumption>
  startSync(): Promise<void>
  trigger(reason: SyncReason): Promise<void>
  /** Runs one cycle at once, also while the runner waits or runs another. */
  syncNow(): Promise<void>
  watchSync(listener: (status: SyncStatus) => void): Promise<void>
  /** Stops all messages of this worker, for the proof that the phone works without network. */
  cutNetwork(): Promise<void>
  /**
   * Lays out a zone's binder in the printer at the other end of the port. The contents go from worker to
   * worker.
   */
  layBinder(order: BinderOrder, printer: Endpoint): Promise<Result<BinderFacts, LayingRefusal>>
  readEverything(onProgress: (done: number, of: number) => void): Promise<EverythingRead>
}

/** The core as the worker exposes it. Marked members are called remotely; only arguments and answers are copied. */
export type ExposedCore = Core & {
  vault: ProxyMarked & {
    drafts: ProxyMarked
    entries: ProxyMarked
    secondSigner: ProxyMarked
  }
  reader: ProxyMarked
  queries: ProxyMarked
  openings: ProxyMarked
  facts: ProxyMarked
  incidents: ProxyMarked
  fetches: ProxyMarked
}
