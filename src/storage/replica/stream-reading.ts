import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Locked } from '#domain/vault/locked.ts'

/** Changes whenever the documents change, also when a stream was dropped and fetched again. */
export type StreamVersion = string

/**
 * verified: the documents hash to a root that the server signed. older: they do, and this employee has seen newer ones on
 * this device. unverified: at least one part does not, or the head is not signed by a key that she believes.
 */
export type StreamTrust = 'verified' | 'older' | 'unverified'

/** A stream as screens read it. `none`: the stream was never fetched, which is not the same as empty. */
export type StreamReading =
  | Locked
  | { kind: 'none' }
  /** The caller has this version already. */
  | {
      kind: 'same'
      stream: StreamId
      version: StreamVersion
      verifiedAt: Instant
      trust: StreamTrust
    }
  | {
      kind: 'open'
      stream: StreamId
      version: StreamVersion
      /** The time of the signed head. */
      verifiedAt: Instant
      trust: StreamTrust
      documents: StreamDocument[]
      /** Chunks that did not open. They are kept; the list is not complete and must say so. */
      damagedParts: number
      /** By schema: the build that called `markSound` for this version. */
      soundFor: Readonly<Record<string, string>>
    }
