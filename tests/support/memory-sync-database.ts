import type { DeviceId, EntryId } from '#domain/base/ids.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamLeaves } from '#domain/streams/stream-root.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Alarm } from '#server/alarms/alarm-store.ts'
import type { InboxEntry, WaitsFor } from '#server/base/inbox-entry.ts'
import type { AuthorStore } from '#server/accounts/author-store.ts'
import type { AccessRecord, InboxDevice, InboxStore, Notice } from '#server/inbox/inbox-store.ts'
import type { Review, ReviewDecision } from '#server/projection/review-store.ts'
import type { ProjectionStores } from '#server/projection/projection-ports.ts'
import type { StreamState } from '#server/streams/stream-store.ts'
import { memoryInboxStore } from './memory-inbox-store.ts'
import { memoryReviewStore } from './memory-review-store.ts'
import { memoryStreamStore } from './memory-stream-store.ts'

export type StreamRows = {
  state: StreamState
  leaves: StreamLeaves
  documents: ReadonlyMap<string, { document: StreamDocument; leaf: number; writtenAt: string }>
  links: ReadonlyMap<number, { chain16: string; writtenAt: string }>
}

export type InboxRow = {
  entry: InboxEntry
  notice: Notice | null
  turn: number
  faults: number
  /** Null while it is ready. */
  postponed: { until: Instant; waitsFor: WaitsFor } | null
}

/** Everything committed. Values are replaced, never changed, so that a copy of the maps is a backup. */
export type Committed = {
  streams: Map<StreamId, StreamRows>
  devices: Map<DeviceId, InboxDevice>
  /** By device and bytes. */
  inbox: Map<string, InboxRow>
  accesses: readonly AccessRecord[]
  alarms: readonly Alarm[]
  /** By device and employee. */
  contacts: Map<string, Contact>
  reviews: Map<EntryId, Review & { decision: ReviewDecision | null }>
}

type Contact = Parameters<InboxStore['recordContact']>[0]

export type DatabaseOptions = {
  pause?: () => Promise<void>
  onCommit?: () => void
  without?: 'snapshot' | 'streamLock' | 'uniqueIndex' | null
  /** Nobody has an account by default. */
  authors?: AuthorStore
}

/** One transaction: what it has written itself lies over what was committed. */
export type Transaction = {
  readonly written: Committed
  /** What it reads below its own writes. */
  below(): Committed
  lock(name: string, kind: 'wait' | 'skip'): Promise<boolean>
  pause(): Promise<void>
  without: DatabaseOptions['without']
}

export type MemoryDatabase = {
  transaction<Value>(work: (stores: ProjectionStores) => Promise<Value>): Promise<Value>
  snapshot<Value>(work: (stores: ProjectionStores) => Promise<Value>): Promise<Value>
  committed(): Committed
  /** As a killed server or a restored backup leaves it: transactions under way never were. */
  restart(from: Committed): void
}

const nobody: AuthorStore = { findAuthor: () => Promise.resolve(null) }

export function emptyCommitted(): Committed {
  return {
    streams: new Map(),
    devices: new Map(),
    inbox: new Map(),
    accesses: [],
    alarms: [],
    contacts: new Map(),
    reviews: new Map(),
  }
}

export function copyCommitted(committed: Committed): Committed {
  const { streams, devices, inbox, accesses, alarms, contacts, reviews } = committed
  return {
    streams: new Map(streams),
    devices: new Map(devices),
    inbox: new Map(inbox),
    accesses,
    alarms,
    contacts: new Map(contacts),
    reviews: new Map(reviews),
  }
}

/** The server's stores in memory, with row locks, snapshots and unique indexes as PostgreSQL has them. */
export function memorySyncDatabase(options: DatabaseOptions = {}): MemoryDatabase {
  const pause = options.pause ?? (() => Promise.resolve())
  const { without = null, authors = nobody } = options
  let committed = emptyCommitted()
  let locks = new Map<string, (() => void)[]>()

  const run = async <Value>(
    below: () => Committed,
    work: (stores: ProjectionStores) => Promise<Value>,
  ): Promise<Value> => {
    const own = locks
    const held = new Set<string>()
    const release = (): void => {
      for (const name of held) {
        const next = own.get(name)?.shift()
        if (next === undefined) own.delete(name)
        else next()
      }
    }
    const transaction: Transaction = {
      written: emptyCommitted(),
      below,
      without,
      pause,
      async lock(name, kind) {
        await pause()
        if (held.has(name)) return true
        const waiting = own.get(name)
        if (waiting !== undefined && kind === 'skip') return false
        if (waiting === undefined) own.set(name, [])
        else await new Promise<void>((resolve) => waiting.push(resolve))
        held.add(name)
        return true
      },
    }
    try {
      const value = await work({
        streams: memoryStreamStore(transaction),
        inbox: memoryInboxStore(transaction),
        alarms: {
          async add(alarm) {
            await pause()
            transaction.written.alarms = [...transaction.written.alarms, alarm]
          },
        },
        reviews: memoryReviewStore(transaction),
        authors,
      })
      await pause()
      if (own === locks) commit(committed, transaction.written)
      options.onCommit?.()
      return value
    } finally {
      release()
    }
  }

  return {
    transaction: (work) => run(() => committed, work),
    snapshot(work) {
      const seen = copyCommitted(committed)
      return run(() => (without === 'snapshot' ? committed : seen), work)
    },
    committed: () => committed,
    restart(from) {
      committed = copyCommitted(from)
      locks = new Map()
    },
  }
}

function commit(committed: Committed, written: Committed): void {
  for (const [id, rows] of written.streams) committed.streams.set(id, rows)
  for (const [id, device] of written.devices) committed.devices.set(id, device)
  for (const [key, row] of written.inbox) committed.inbox.set(key, row)
  if (written.alarms.length > 0) committed.alarms = [...committed.alarms, ...written.alarms]
  for (const [key, contact] of written.contacts) committed.contacts.set(key, contact)
  for (const [id, review] of written.reviews) committed.reviews.set(id, review)
  if (written.accesses.length > 0) {
    committed.accesses = [...committed.accesses, ...written.accesses]
  }
}
