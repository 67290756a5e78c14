import type { Credential } from '#domain/entries/credential.ts'
import { hash } from 'node:crypto'
import type { EmployeeId, KeyId } from '#domain/base/ids.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamLeaves } from '#domain/streams/stream-root.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamPin } from '#domain/trust/stream-pin.ts'
import type { Replica, Staging } from '#storage/replica/replica-store.ts'

/** An employee as a row of this device names her. The row may have been written by anybody. */
export type EnrolledRecipient = { employee: EmployeeId; recipient: Credential }

/** A sealed chunk: it opens for whoever has the key, and nobody sees what is in it otherwise. */
export type MemoryChunk = { key: string; nonce: string; documents: readonly StreamDocument[] }

export type ShownStream = {
  replica: Replica
  /** Its key lies in the copies. */
  gen: number
  leaves: StreamLeaves
  /** By bucket, all of them. */
  chunks: readonly MemoryChunk[]
}

export type StagedStream = {
  staging: Staging
  gen: number
  /** Only the employee who began it goes on with it. */
  employee: EmployeeId
  key: string
  /** The buckets of a build that are staged, in their order. */
  chunks: readonly MemoryChunk[]
  changes: readonly StreamDocument[]
}

/** A generation's key, sealed to one employee's public key. Anybody can seal to her. */
export type KeyCopy = {
  stream: StreamId
  gen: number
  employee: EmployeeId
  sealedTo: KeyId
  key: string
}

/** The disposable database: an attacker may write all of it, and a crash may lose its last commit. */
export type CacheDisk = {
  shown: Map<StreamId, ShownStream>
  staged: Map<StreamId, StagedStream>
  copies: readonly KeyCopy[]
}

/** Under the employee's own key: nobody else can write it. */
export type SealedPins = ReadonlyMap<StreamId, StreamPin>

/** What outlives the app: all of it is replaced whole, never changed in place. */
export type ReplicaDisk = {
  cache: CacheDisk
  /** In the strict database. The rows of employees are in the clear, and an attacker may write them. */
  pins: Map<EmployeeId, SealedPins>
  enrolled: readonly EnrolledRecipient[]
}

export function emptyCache(): CacheDisk {
  return { shown: new Map(), staged: new Map(), copies: [] }
}

export function emptyReplicaDisk(): ReplicaDisk {
  return { cache: emptyCache(), pins: new Map(), enrolled: [] }
}

export function copyCache({ shown, staged, copies }: CacheDisk): CacheDisk {
  return { shown: new Map(shown), staged: new Map(staged), copies }
}

const hashes = new WeakMap<MemoryChunk, string>()

/** The hash of what is sealed: another one for every sealing. */
export function chunkHash(chunk: MemoryChunk): string {
  const known = hashes.get(chunk)
  if (known !== undefined) return known
  const found = hash('sha1', JSON.stringify(chunk), 'hex')
  hashes.set(chunk, found)
  return found
}

/** The documents of a stream as they lie there, for tests of what a phone has; none when it has no such stream. */
export function documentsOnDisk(
  { cache }: ReplicaDisk,
  stream: StreamId,
): Map<string, StreamDocument> {
  const documents = (cache.shown.get(stream)?.chunks ?? []).flatMap((chunk) => chunk.documents)
  return new Map(documents.map((document) => [document.docId, document]))
}
