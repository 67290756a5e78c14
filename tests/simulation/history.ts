import type { Checkpoint } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Committed, StreamRows } from '../support/memory-sync-database.ts'

type Span = { from: number; to: number }
type HeadTime = { from: number; seq: number; chain16: string }

/** What the server ever committed, in every timeline: the judge of what devices say. */
export type History = {
  /** Answers the streams in whose sequence a transaction took a place that another one had; none for a restart. */
  observe(committed: Committed, now: number, by: 'transaction' | 'restart'): StreamId[]
  observeBackup(committed: Committed): void
  /** `from` and `to`: the moments between which the state was read that the signature is of. */
  observeSigned(signature: string, read: Span): void
  wasSigned(signature: string): boolean
  /** Whether the stream stood at the checkpoint when the state was read that the signature is of. */
  stoodAsSigned(stream: StreamId, checkpoint: Checkpoint, signature: string): boolean
  /** The stream as it was when it stood there. */
  rowsAt(stream: StreamId, place: Checkpoint): StreamRows | undefined
  wasHeld(entryId: string): boolean
  wasBackedUp(entryId: string): boolean
  /** How often the stream's epoch was raised, in all timelines together. */
  raises(stream: StreamId): number
}

export function createHistory(): History {
  const headTimes = new Map<StreamId, HeadTime[]>()
  const lastRows = new Map<StreamId, StreamRows>()
  const held = new Set<string>()
  const backedUp = new Set<string>()
  const signed = new Map<string, Span>()
  const raised = new Map<StreamId, number>()
  const rowsByPlace = new Map<string, StreamRows>()

  return {
    observe(committed, now, by) {
      const overwritten: StreamId[] = []
      for (const row of committed.inbox.values()) held.add(row.entry.entryId)
      for (const stream of lastRows.keys()) {
        if (committed.streams.has(stream)) continue
        // A database without the stream answers as an empty one.
        headTimes.get(stream)?.push({ from: now, seq: 0, chain16: '0'.repeat(16) })
        lastRows.delete(stream)
      }
      for (const [stream, rows] of committed.streams) {
        const before = lastRows.get(stream)
        if (before === rows) continue
        lastRows.set(stream, rows)
        rowsByPlace.set(nameOf(stream, placeOf(rows)), rows)
        if (by === 'transaction' && before !== undefined && !isInHistory(rows, placeOf(before))) {
          overwritten.push(stream)
        }
        const { seq, chain, epoch } = rows.state
        if (before !== undefined && before.state.epoch < epoch) {
          raised.set(stream, (raised.get(stream) ?? 0) + 1)
        }
        const times = headTimes.get(stream) ?? []
        times.push({ from: now, seq, chain16: chain.slice(0, 16) })
        headTimes.set(stream, times)
      }
      return overwritten
    },
    observeBackup(committed) {
      for (const row of committed.inbox.values()) backedUp.add(row.entry.entryId)
    },
    observeSigned: (signature, read) => void signed.set(signature, read),
    wasSigned: (signature) => signed.has(signature),
    stoodAsSigned(stream, { seq, chain16 }, signature) {
      const read = signed.get(signature)
      if (read === undefined) return false
      const { from, to } = read
      const times = headTimes.get(stream) ?? []
      if (seq === 0 && (times[0]?.from ?? Infinity) >= from) return true
      return times.some(
        (time, index) =>
          time.seq === seq &&
          time.chain16 === chain16 &&
          time.from <= to &&
          (times[index + 1]?.from ?? Infinity) >= from,
      )
    },
    rowsAt: (stream, place) => rowsByPlace.get(nameOf(stream, place)),
    wasHeld: (entryId) => held.has(entryId),
    wasBackedUp: (entryId) => backedUp.has(entryId),
    raises: (stream) => raised.get(stream) ?? 0,
  }
}

/** Whether the stream ever stood at a place, as far as its links tell: those that were compacted away may have been any. */
export function isInHistory(rows: StreamRows | undefined, { seq, chain16 }: Checkpoint): boolean {
  if (seq === 0) return true
  if (rows === undefined || seq > rows.state.seq) return false
  const link = rows.links.get(seq)?.chain16
  return link === undefined || link === chain16
}

function placeOf({ state: { seq, chain } }: StreamRows): Checkpoint {
  return { seq, chain16: chain.slice(0, 16) }
}

function nameOf(stream: StreamId, { seq, chain16 }: Checkpoint): string {
  return `${stream} ${seq} ${chain16}`
}
