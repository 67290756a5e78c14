import type { StreamId } from '../streams/stream.ts'

/**
 * How many documents of each stream only a newer build can read. They are counted by stream, so that two
 * readings of the same stream count them once when they are merged.
 */
export type NewerDocuments = Readonly<Record<StreamId, number>>

export function newerIn(stream: StreamId, count: number): NewerDocuments {
  return count === 0 ? {} : { [stream]: count }
}

export function countNewer(newer: NewerDocuments): number {
  return Object.values(newer).reduce((sum, count) => sum + count, 0)
}
