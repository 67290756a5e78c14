import type { MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { StreamId } from '#domain/streams/stream.ts'

/** The owner of a row; `zoneId` is null for a row of the whole municipality. */
type Owned = { municipalityId: MunicipalityId; streamId: StreamId; zoneId: ZoneId | null }

export type StreamTables = {
  stream: Owned & {
    epoch: number
    seq: number
    chain: string
    floor: number
    count: number
    root: string
    /** `StreamLeaves`. */
    leaves: Uint8Array
  }
  streamDoc: Owned & {
    docId: string
    seq: number
    /** The leaf of the stream's root that the document belongs to. */
    leaf: number
    deleted: boolean
    schema: string
    /** Canonical JSON. */
    body: string
    bodyHash: string
    writtenAt: Instant
  }
  streamCommit: Owned & { seq: number; chain16: string; writtenAt: Instant }
}
