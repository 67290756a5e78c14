import { Dexie, type Table } from 'dexie'
import type { EmployeeId } from '#domain/base/ids.ts'
import type { StreamLeaves } from '#domain/streams/stream-root.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { SignedHead } from '#domain/trust/stream-head.ts'
import type { Sealed } from '#storage/crypto/aes.ts'

export type ReplicaRow = {
  id: StreamId
  v: 1
  rev: number
  gen: number
  /** The number of chunks that the documents are spread over; a power of two. */
  buckets: number
  /** What the server signed. The row says nothing that is believed before that is verified. */
  head: SignedHead
  /** Their root is the head's. */
  leaves: StreamLeaves
  /** 1 when a chunk did not open or something was not verified: sync then rebuilds the stream. */
  damaged: 0 | 1
  /** By schema: the last build that found every document of it valid. A commit removes it. */
  soundFor?: Record<string, string>
}

/** One employee's copy of a generation's key. */
export type StreamKeyRow = {
  stream: StreamId
  gen: number
  employeeId: EmployeeId
  v: 1
  encapsulatedKey: Uint8Array<ArrayBuffer>
  sealed: Uint8Array<ArrayBuffer>
}

export type ChunkRow = { stream: StreamId; gen: number; bucket: number; sealed: Sealed }

export type StagingRow = {
  id: StreamId
  v: 1
  session: string
  kind: 'delta' | 'build'
  baseRev: number | null
  base: number
  /** The place in the stream's history that is reached. */
  seq: number
  chain16: string
  /** The buckets of a build that lie among the chunks of `gen`. */
  layout: { buckets: number; next: number } | null
  gen: number
  pages: number
  /** The newest head that a staged part came with. Missing before the first part, and in rows of before it was kept. */
  newest?: SignedHead
  /**
   * The key that is staged under, sealed under the employee key of who began it: nobody else goes on with it. A
   * copy among the stream keys may be a stranger's, who would read what is staged.
   */
  employeeId: EmployeeId
  key: Sealed
}

export type PageRow = { stream: StreamId; number: number; sealed: Sealed }

export type CacheSettingRow =
  | { id: 'canary'; value: string }
  | { id: 'version'; value: number }
  /** Random bytes that are deleted when the disk is full and an entry must be stored. */
  | { id: 'reserve'; bytes: Uint8Array<ArrayBuffer> }

/** Everything that the server can send again. Losing it costs time, but nobody's work. */
export class CacheDatabase extends Dexie {
  declare readonly settings: Table<CacheSettingRow, CacheSettingRow['id']>
  declare readonly replicas: Table<ReplicaRow, StreamId>
  declare readonly streamKeys: Table<StreamKeyRow, [StreamId, number, EmployeeId]>
  declare readonly chunks: Table<ChunkRow, [StreamId, number, number]>
  declare readonly stagings: Table<StagingRow, StreamId>
  declare readonly pages: Table<PageRow, [StreamId, number]>

  constructor(name = 'cache', options: { indexedDB?: IDBFactory } = {}) {
    super(name, { chromeTransactionDurability: 'relaxed', ...options })
    this.version(1).stores({
      settings: 'id',
      replicas: 'id',
      streamKeys: '[stream+gen+employeeId], stream, employeeId',
      chunks: '[stream+gen+bucket], stream, [stream+gen]',
      stagings: 'id',
      pages: '[stream+number], stream',
    })
  }
}

/** Part of the transaction that changes what screens show. */
export async function raiseCacheVersion(database: CacheDatabase): Promise<void> {
  const row = await database.settings.get('version')
  await database.settings.put({ id: 'version', value: row?.id === 'version' ? row.value + 1 : 1 })
}
