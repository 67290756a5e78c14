import type { MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { StreamId } from '#domain/streams/stream.ts'

/** The owner of a row; `zoneId` is null for a row of the whole municipality. */
type Owned = { municipalityId: MunicipalityId; streamId: StreamId; zoneId: ZoneId | null }

export type StreamTables = {
  stream: Owned & { seq: number; chain: string; floor: number; count: number; digest: string }
  streamDoc: Owned & {
    docId: string
    seq: number
    deleted: boolean
    schema: string
    /** Canonical JSON. */
    body: string
    bodyHash: string
    writtenAt: Instant
  }
  streamCommit: Owned & { seq: number; chain16: string; writtenAt: Instant }
}
