import type { StreamId } from '#domain/streams/stream.ts'
import type { DocumentWrite } from '../streams/write-versions.ts'

export type StreamWrite = { stream: StreamId; write: DocumentWrite }
type WritesOfStream = { stream: StreamId; documents: DocumentWrite[] }

export function writesByStream(writes: readonly StreamWrite[]): WritesOfStream[] {
  const byStream = new Map<StreamId, DocumentWrite[]>()
  for (const { stream, write } of writes) {
    byStream.set(stream, [...(byStream.get(stream) ?? []), write])
  }
  return [...byStream].map(([stream, documents]) => ({ stream, documents }))
}

/** In the order of their ids, so that two writers cannot deadlock. */
export function inStreamOrder(writes: readonly WritesOfStream[]): WritesOfStream[] {
  return writes.toSorted((a, b) => (a.stream < b.stream ? -1 : 1))
}
