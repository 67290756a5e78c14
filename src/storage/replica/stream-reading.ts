import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Locked } from '#domain/vault/locked.ts'

/** Another one whenever the documents are others, also when a stream was dropped and came anew. */
export type StreamVersion = string

/** A stream as screens read it. `none` is a stream that has not come yet: not the same as empty. */
export type StreamReading =
  | Locked
  | { kind: 'none' }
  /** Still the version that the asker has. */
  | { kind: 'same'; stream: StreamId; version: StreamVersion; verifiedAt: Instant }
  | {
      kind: 'open'
      stream: StreamId
      version: StreamVersion
      verifiedAt: Instant
      documents: StreamDocument[]
      /** Parts that did not open. They are kept; the list is not whole and must say so. */
      damagedParts: number
      /** By schema, the build that told `markSound` so of this version. */
      soundFor: Readonly<Record<string, string>>
    }
