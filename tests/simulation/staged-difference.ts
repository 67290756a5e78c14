import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamRows } from '../support/memory-sync-database.ts'
import type { CacheDisk } from '../support/replica-disk.ts'

/** What a phone would show if it showed what is staged, compared with what the server signed. */
export function stagedDifference(
  { staged, shown }: CacheDisk,
  stream: StreamId,
  signed: StreamRows,
): string {
  const part = staged.get(stream)
  const below = part?.staging.kind === 'build' ? part.chunks : (shown.get(stream)?.chunks ?? [])
  const found = new Map<string, StreamDocument>()
  for (const document of [
    ...below.flatMap(({ documents }) => documents),
    ...(part?.changes ?? []),
  ]) {
    if (document.deleted) found.delete(document.docId)
    else found.set(document.docId, document)
  }
  for (const { docId, seq, bodyHash } of found.values()) {
    const now = signed.documents.get(docId)?.document
    if (now === undefined || now.deleted) return `it still has ${docId}, which was deleted`
    if (now.seq !== seq || now.bodyHash !== bodyHash) return `it has another ${docId}`
  }
  for (const { document } of signed.documents.values()) {
    if (!document.deleted && !found.has(document.docId)) return `it lacks ${document.docId}`
  }
  return 'it has the same documents'
}
