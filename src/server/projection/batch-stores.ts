import type { Hasher } from '#domain/base/hasher.ts'
import type { DeviceId, MunicipalityId } from '#domain/base/ids.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import { type StreamId, streamOf } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { AuthorStore } from '../accounts/author-store.ts'
import { postgresAuthorStore } from '../accounts/postgres-author-store.ts'
import type { Alarm } from '../alarms/alarm-store.ts'
import { postgresAlarmStore } from '../alarms/postgres-alarm-store.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import type { InboxDevice, InboxStore } from '../inbox/inbox-store.ts'
import { postgresInboxStore } from '../inbox/postgres-inbox-store.ts'
import { reportingQuarantine } from '../reporting/report-quarantine.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { writeDocuments } from '../streams/write-documents.ts'
import type { DocumentWrite } from '../streams/write-versions.ts'
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

/**
 * What several entries that are projected in one transaction share: each stream and each device is written once, after
 * the last of them, and each form and author is read once. Whoever reads a stream that waits to be written finds it
 * written.
 */
export function batchStores(
  transaction: DatabaseTransaction,
  municipality: MunicipalityId,
  { together, ...tools }: { hasher: Hasher; now: Instant; together: boolean },
): BatchStores {
  const { store: alarms, added: raised } = postgresAlarmStore(transaction, municipality)
  const streams = putOffWrites(postgresStreamStore(transaction), tools)
  const place = { municipality, now: tools.now }
  const received = postgresInboxStore(transaction, municipality)
  const inbox = putOffDevices(reportingQuarantine(received, transaction, place))
  return {
    stores: {
      inbox: inbox.store,
      streams: streams.store,
      // What an entry alone cannot write is its own fault, and thrown where that is known.
      ...(together ? { putOff: streams.putOff } : {}),
      authors: readAuthorsOnce(postgresAuthorStore(transaction)),
      reviews: postgresReviewStore(transaction, municipality),
      alarms,
    },
    async flush() {
      await inbox.flush()
      await streams.flush()
    },
    raised,
    written: streams.written,
  }
}

function putOffWrites(stored: StreamStore, tools: { hasher: Hasher; now: Instant }) {
  const waiting = new Map<StreamId, Map<string, DocumentWrite>>()
  const written = new Set<StreamId>()
  const noting: StreamStore = {
    ...stored,
    async saveState(stream, state, leaves) {
      await stored.saveState(stream, state, leaves)
      written.add(stream)
    },
  }
  const forms = new Map<string, StreamDocument | null>()

  async function flushOf(streams: Iterable<StreamId>): Promise<void> {
    // In the order of their ids, so that two writers cannot deadlock.
    for (const stream of [...streams].toSorted()) {
      const writes = waiting.get(stream)
      if (writes === undefined) continue
      waiting.delete(stream)
      const write = { writer: 'projection', ...tools } as const
      await writeDocuments(noting, stream, [...writes.values()], write)
    }
  }
  async function findDocument(stream: StreamId, docId: string): Promise<StreamDocument | null> {
    await flushOf([stream])
    return await stored.findDocument(stream, docId)
  }

  return {
    written,
    flush: () => flushOf(waiting.keys()),
    putOff(stream: StreamId, writes: readonly DocumentWrite[]): void {
      const before = waiting.get(stream) ?? new Map<string, DocumentWrite>()
      for (const write of writes) before.set(write.docId, write)
      waiting.set(stream, before)
    },
    store: {
      ...noting,
      async findDocument(stream, docId) {
        // No entry changes a form.
        if (streamOf(stream).class !== 'forms') return await findDocument(stream, docId)
        const key = `${stream} ${docId}`
        const form = forms.get(key) ?? (await findDocument(stream, docId))
        forms.set(key, form)
        return form
      },
      async findPresence(stream, docId) {
        await flushOf([stream])
        return await stored.findPresence(stream, docId)
      },
      async listVersions(stream, docIds) {
        await flushOf([stream])
        return await stored.listVersions(stream, docIds)
      },
      async listDocuments(stream, page) {
        await flushOf([stream])
        return await stored.listDocuments(stream, page)
      },
      async listStreamsWith(docId, streams) {
        await flushOf(streams)
        return await stored.listStreamsWith(docId, streams)
      },
    } satisfies StreamStore,
  }
}

/** A device is locked until the transaction ends, so that nobody changes it meanwhile. */
function putOffDevices(stored: InboxStore) {
  const devices = new Map<DeviceId, InboxDevice>()
  const changed = new Set<DeviceId>()
  const store: InboxStore = {
    ...stored,
    async lockDevice(deviceId) {
      const device = devices.get(deviceId) ?? (await stored.lockDevice(deviceId))
      if (device !== null) devices.set(deviceId, device)
      return device
    },
    saveDevice(device) {
      devices.set(device.deviceId, device)
      changed.add(device.deviceId)
      return Promise.resolve()
    },
  }
  return {
    store,
    async flush() {
      for (const deviceId of [...changed].toSorted()) {
        const device = devices.get(deviceId)
        if (device !== undefined) await stored.saveDevice(device)
      }
    },
  }
}

function readAuthorsOnce(stored: AuthorStore): AuthorStore {
  const found = new Map<string, ReturnType<AuthorStore['findAuthor']>>()
  return {
    findAuthor(employeeId, deviceId) {
      const key = `${employeeId} ${deviceId}`
      const author = found.get(key) ?? stored.findAuthor(employeeId, deviceId)
      found.set(key, author)
      return author
    },
  }
}
