import { Dexie, type Table } from 'dexie'
import type { EmployeeId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Sealed } from '#storage/crypto/aes.ts'

export type ReplicaRow = {
  id: StreamId
  v: 1
  rev: number
  gen: number
  /** Into how many chunks the documents are spread; a power of two. */
  buckets: number
  seq: number
  chain16: string
  verifiedAt: Instant
  count: number
  digest: string
  /** A chunk did not open: sync builds the stream anew beside what is left of it. */
  damaged: 0 | 1
  /** By schema, which build last found every document of it sound. A commit leaves it out. */
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
  seq: number
  chain16: string
  gen: number
  pages: number
}

export type PageRow = { stream: StreamId; number: number; sealed: Sealed }

export type CacheSettingRow =
  | { id: 'canary'; value: string }
  | { id: 'version'; value: number }
  /** Bytes that mean nothing: they give way when the disk is full and an entry must be stored. */
  | { id: 'reserve'; bytes: Uint8Array<ArrayBuffer> }

/** What the server can send again: losing it costs time, never anybody's work. */
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
