import type { Endpoint, ProxyMarked } from 'comlink'
import type { Result } from '#domain/base/result.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { DraftRepository } from '#domain/vault/draft-repository.ts'
import type { EntryRepository } from '#domain/vault/entry-repository.ts'
import type { VaultAccess } from '#domain/vault/vault-access.ts'
import type { BinderFacts, BinderOrder, LayingRefusal } from './binder-printer.ts'
import type { CardOpenings } from './card-openings.ts'
import type { DeviceQueries } from './device-queries.ts'
import type { DeviceReader } from './device-reader.ts'
import type { SyncStatus } from './sync-status.ts'

/** What calls for a sync: the device does (online, foreground, unlocked), or the employee, or what was written. */
export type SyncReason = 'online' | 'foreground' | 'unlocked' | 'requested' | 'written'

export type EverythingRead = {
  documents: number
  /** Streams that did not open whole, or hold another number of documents than they should. */
  faults: StreamId[]
}

/**
 * All that the page knows of the vault's worker: the same calls, whether the core is in a worker or, in
 * a test, in the page. No key and no sealed list goes through it.
 */
export interface Core {
  vault: VaultAccess & { drafts: DraftRepository; entries: EntryRepository }
  reader: DeviceReader
  queries: DeviceQueries
  openings: CardOpenings
  startSync(): Promise<void>
  trigger(reason: SyncReason): Promise<void>
  /** One cycle now, whatever the runner waits for: safe beside one that runs. */
  syncNow(): Promise<void>
  watchSync(listener: (status: SyncStatus) => void): Promise<void>
  /** From here on no message leaves the worker: for the proof that the phone works without. */
  cutNetwork(): Promise<void>
  /**
   * Has the printer at the other end of the port lay out a zone's binder. What is printed goes from worker
   * to worker.
   */
  layBinder(order: BinderOrder, printer: Endpoint): Promise<Result<BinderFacts, LayingRefusal>>
  readEverything(onProgress: (done: number, of: number) => void): Promise<EverythingRead>
}

/** The core as the worker exposes it. What is marked is called where it is; only arguments and answers are copied. */
export type ExposedCore = Core & {
  vault: ProxyMarked & { drafts: ProxyMarked; entries: ProxyMarked }
  reader: ProxyMarked
  queries: ProxyMarked
  openings: ProxyMarked
}
