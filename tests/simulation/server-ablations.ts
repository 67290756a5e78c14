import type { PullStream } from '#contract/pull-stream.ts'
import type { PushEntries } from '#contract/push-entries.ts'
import type { HeldEntry, InboxStore } from '#server/inbox/inbox-store.ts'
import { judgeEntry } from '#domain/entries/author-rights.ts'
import type { ProjectionStores } from '#server/projection/projection-ports.ts'
import type { StreamStore } from '#server/streams/stream-store.ts'
import type { MemoryDatabase } from '../support/memory-sync-database.ts'
import type { RunContext } from './run-context.ts'

/** The request and the store as a server without the mechanism would have them. */
export async function pullWithout(
  { without }: RunContext,
  store: StreamStore,
  request: PullStream,
): Promise<{ store: StreamStore; request: PullStream }> {
  if (without === 'floor') {
    const findHead: StreamStore['findHead'] = async (stream) => {
      const head = await store.findHead(stream)
      return head === null ? null : { ...head, floor: 0 }
    }
    return { store: { ...store, findHead }, request }
  }
  if (without === 'witness' && request.after > 0) {
    const chain16 = (await store.findLink(request.stream, request.after)) ?? request.witness.chain16
    return { store, request: { ...request, witness: { seq: request.after, chain16 } } }
  }
  return { store, request }
}

/** Without prevHash, every neighbour looks as the pushed entry says; without noticeCursor, every cursor is known. */
export function inboxWithout(
  { without }: RunContext,
  inbox: InboxStore,
  push: PushEntries,
): InboxStore {
  if (without === 'noticeCursor') return { ...inbox, hasNotice: () => Promise.resolve(true) }
  if (without !== 'prevHash') return inbox
  const believe = (row: HeldEntry): HeldEntry => {
    const after = push.entries.find(({ header }) => header.n === row.n + 1)
    return after === undefined ? row : { ...row, entryHash: after.header.prevHash }
  }
  return {
    ...inbox,
    listHeld: async (deviceId, wanted) => (await inbox.listHeld(deviceId, wanted)).map(believe),
  }
}

/** Without rights, everybody may write everywhere. */
export function judgeWithout({ without }: RunContext): typeof judgeEntry {
  return without === 'rights' ? () => ({ kind: 'effect', marks: [] }) : judgeEntry
}

/** Without effectOnce, the effect is committed first and the mark in a transaction of its own. */
export async function projectionWithout(
  { without }: RunContext,
  database: MemoryDatabase,
  work: (stores: ProjectionStores) => Promise<boolean>,
): Promise<boolean> {
  if (without !== 'effectOnce') return database.transaction(work)
  const marks: Parameters<InboxStore['markProjected']>[] = []
  const markProjected: InboxStore['markProjected'] = (...mark) => {
    marks.push(mark)
    return Promise.resolve()
  }
  const found = await database.transaction((stores) =>
    work({ ...stores, inbox: { ...stores.inbox, markProjected } }),
  )
  await database.transaction(async ({ inbox }) => {
    for (const mark of marks) await inbox.markProjected(...mark)
  })
  return found
}
