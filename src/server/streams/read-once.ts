import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamStore } from './stream-store.ts'

/** Reads each page of a stream once, however many kinds of documents are picked from it. For one snapshot only. */
export function readOnce<Streams extends Pick<StreamStore, 'listDocuments'>>(
  streams: Streams,
): Streams {
  const pages = new Map<string, Promise<StreamDocument[]>>()
  return {
    ...streams,
    listDocuments(stream, page) {
      const key = `${stream} ${page.after} ${page.limit} ${page.tombstones}`
      const known = pages.get(key) ?? streams.listDocuments(stream, page)
      pages.set(key, known)
      return known
    },
  }
}
