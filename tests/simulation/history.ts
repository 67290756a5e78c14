import type { StreamDigest } from '#domain/streams/stream-digest.ts'
import type { Checkpoint } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Committed, StreamRows } from '../support/memory-sync-database.ts'

type HeadTime = { from: number; seq: number; chain16: string }

/** What the server ever committed, in every timeline: the judge of what devices say. */
export type History = {
  observe(committed: Committed, now: number): void
  observeBackup(committed: Committed): void
  /** What the stream added up to at a checkpoint; null when it never stood there. */
  digestAt(stream: StreamId, checkpoint: Checkpoint): StreamDigest | null
  /** Whether the stream stood at the checkpoint at some moment between the two. */
  stoodAt(stream: StreamId, checkpoint: Checkpoint, from: number, to: number): boolean
  wasHeld(entryId: string): boolean
  wasBackedUp(entryId: string): boolean
}

export function createHistory(): History {
  const digests = new Map<string, StreamDigest>()
  const headTimes = new Map<StreamId, HeadTime[]>()
  const lastRows = new Map<StreamId, StreamRows>()
  const held = new Set<string>()
  const backedUp = new Set<string>()

  return {
    observe(committed, now) {
      for (const row of committed.inbox.values()) held.add(row.entry.entryId)
      for (const stream of lastRows.keys()) {
        if (committed.streams.has(stream)) continue
        // A database without the stream answers as an empty one.
        headTimes.get(stream)?.push({ from: now, seq: 0, chain16: '0'.repeat(16) })
        lastRows.delete(stream)
      }
      for (const [stream, rows] of committed.streams) {
        if (lastRows.get(stream) === rows) continue
        lastRows.set(stream, rows)
        const { seq, chain, count, digest } = rows.head
        const chain16 = chain.slice(0, 16)
        digests.set(keyOf(stream, { seq, chain16 }), { count, digest })
        const times = headTimes.get(stream) ?? []
        times.push({ from: now, seq, chain16 })
        headTimes.set(stream, times)
      }
    },
    observeBackup(committed) {
      for (const row of committed.inbox.values()) backedUp.add(row.entry.entryId)
    },
    digestAt: (stream, checkpoint) =>
      checkpoint.seq === 0
        ? { count: 0, digest: '0'.repeat(32) }
        : (digests.get(keyOf(stream, checkpoint)) ?? null),
    stoodAt(stream, { seq, chain16 }, from, to) {
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
    wasHeld: (entryId) => held.has(entryId),
    wasBackedUp: (entryId) => backedUp.has(entryId),
  }
}

function keyOf(stream: StreamId, { seq, chain16 }: Checkpoint): string {
  return `${stream} ${seq} ${chain16}`
}
