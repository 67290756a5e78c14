import type { Hasher } from '#domain/base/hasher.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'
import { batchAuthors, postgresAuthorStore } from '../accounts/postgres-author-store.ts'
import type { Alarm } from '../alarms/alarm-store.ts'
import { postgresAlarmStore } from '../alarms/postgres-alarm-store.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import { postgresInboxStore } from '../inbox/postgres-inbox-store.ts'
import { reportingQuarantine } from '../reporting/report-quarantine.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { batchInbox } from '../reporting/batch-inbox.ts'
import { batchStreams } from '../streams/batch-streams.ts'
import { postgresReviewStore } from './postgres-review-store.ts'
import type { ProjectionStores } from './projection-ports.ts'

export type BatchStores = {
  stores: ProjectionStores
  /** Writes what was put off; the last step of the transaction. */
  flush(): Promise<void>
  raised: readonly Alarm[]
  /** The streams that were written. */
  written: ReadonlySet<StreamId>
}

type Tools = { hasher: Hasher; now: Instant }

/** What one entry needs that is projected by itself: what it cannot write is its own fault, and thrown where that is known. */
export function loneStores(
  transaction: DatabaseTransaction,
  municipality: MunicipalityId,
  { now }: Tools,
): BatchStores {
  const { store: alarms, added: raised } = postgresAlarmStore(transaction, municipality)
  const { streams, written } = notingWritten(postgresStreamStore(transaction))
  const received = postgresInboxStore(transaction, municipality)
  return {
    stores: {
      inbox: reportingQuarantine(received, transaction, { municipality, now }),
      streams,
      authors: postgresAuthorStore(transaction),
      reviews: postgresReviewStore(transaction, municipality),
      alarms,
    },
    flush: () => Promise.resolve(),
    raised,
    written,
  }
}

/**
 * What several entries that are projected in one transaction share: what they need is read before the first of them, and
 * streams, devices and marks are written once, after the last. Whoever reads what waits to be written finds it written.
 */
export function batchStores(
  transaction: DatabaseTransaction,
  municipality: MunicipalityId,
  tools: Tools,
): BatchStores {
  const { store: alarms, added: raised } = postgresAlarmStore(transaction, municipality)
  const noting = notingWritten(postgresStreamStore(transaction))
  const streams = batchStreams(noting.streams, transaction, tools)
  const inbox = batchInbox(transaction, { municipality, now: tools.now })
  const authors = batchAuthors(transaction)
  return {
    stores: {
      inbox: inbox.store,
      streams: streams.store,
      putOff: streams.putOff,
      putOffNotice: inbox.putOffNotice,
      async foresee(needs) {
        await inbox.foresee(needs.originals)
        await authors.foresee(needs.authors)
        await streams.foresee(needs.presences)
      },
      authors: authors.store,
      reviews: postgresReviewStore(transaction, municipality),
      alarms,
    },
    async flush() {
      await inbox.flush()
      await streams.flush()
      await inbox.report()
    },
    raised,
    written: noting.written,
  }
}

function notingWritten(stored: StreamStore): { streams: StreamStore; written: Set<StreamId> } {
  const written = new Set<StreamId>()
  const streams: StreamStore = {
    ...stored,
    async saveState(stream, state, leaves) {
      await stored.saveState(stream, state, leaves)
      written.add(stream)
    },
  }
  return { streams, written }
}
