import { parentPort, workerData } from 'node:worker_threads'
import { readList } from '../read-list.ts'
import { readingBatch, type ReadingMessage, ReadingTask } from './reading-message.ts'

/** Reads one list, and answers it in pieces, so that the server is at no time busy with taking it over. */
function readApart(send: (message: ReadingMessage) => void): void {
  const { bytes, context } = ReadingTask.parse(workerData)
  const read = readList(bytes, context, (done, of) => send({ kind: 'progress', done, of }))
  if (!read.ok) {
    send({ kind: 'refused', refusal: read.refusal })
    return
  }
  const { people, mergedLines, unreadable, skipped, warnings, ...rest } = read.value
  const kind = 'rows'
  for (const piece of piecesOf(people)) send({ kind, people: piece })
  for (const piece of piecesOf(mergedLines)) send({ kind, mergedLines: piece })
  for (const piece of piecesOf(unreadable)) send({ kind, unreadable: piece })
  for (const piece of piecesOf(skipped)) send({ kind, skipped: piece })
  for (const piece of piecesOf(warnings)) send({ kind, warnings: piece })
  send({ kind: 'read', ...rest })
}

function piecesOf<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / readingBatch)
  return Array.from({ length: count }, (_, place) =>
    items.slice(place * readingBatch, (place + 1) * readingBatch),
  )
}

readApart((message) => parentPort?.postMessage(message))
