import type { StreamId } from '#domain/streams/stream.ts'
import type { PatientId, ZoneId } from '#domain/base/ids.ts'
import type { Result } from '#domain/base/result.ts'
import type { EntryContent } from '#domain/entries/entry-content.ts'
import type { AddRefusal } from '#domain/vault/entry-repository.ts'

type CardOpened = Extract<EntryContent, { kind: 'cardOpened' }>
export type Revealed = { kind: NonNullable<CardOpened['revealed']>; reason: string | null }

/** storageFailed: the disk is full or gone. A protected part stays hidden then, because it cannot be logged that it was shown. */
export type OpeningRefusal = AddRefusal | { kind: 'storageFailed' }

/** The access log of this device. */
export interface CardOpenings {
  /**
   * Opens streams that cannot be verified, for as long as the worker lives. It is logged first; `storageFailed` leaves
   * them closed.
   */
  openUnverified(streams: readonly StreamId[]): Promise<Result<null, OpeningRefusal>>
  open(patientId: PatientId, zone: ZoneId): Promise<Result<null, OpeningRefusal>>
  /** Logs that a protected part is shown. Each time is an entry of its own. */
  reveal(
    patientId: PatientId,
    zone: ZoneId,
    revealed: Revealed,
  ): Promise<Result<null, OpeningRefusal>>
}
