import { once } from 'node:events'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { readList } from '../read-list.ts'
import {
  readingBatch,
  type ReadingMessage,
  type ReadingRows,
  ReadingTask,
} from './reading-message.ts'

/**
 * Reads one list, and answers it in pieces. The next piece is sent when the server asks for it: all that lies in its queue
 * it would take over at once, and nobody else would be served meanwhile.
 */
async function readApart(port: MessagePort): Promise<void> {
  const send = (message: ReadingMessage) => port.postMessage(message)
  const { bytes, context } = ReadingTask.parse(workerData)
  const read = readList(bytes, context, (done, of) => send({ kind: 'progress', done, of }))
  if (!read.ok) {
    send({ kind: 'refused', refusal: read.refusal })
    return
  }
  const { people, mergedLines, unreadable, skipped, warnings, ...rest } = read.value
  const pieces: Partial<ReadingRows>[] = [
    ...piecesOf(people).map((piece) => ({ people: piece })),
    ...piecesOf(mergedLines).map((piece) => ({ mergedLines: piece })),
    ...piecesOf(unreadable).map((piece) => ({ unreadable: piece })),
    ...piecesOf(skipped).map((piece) => ({ skipped: piece })),
    ...piecesOf(warnings).map((piece) => ({ warnings: piece })),
  ]
  for (const piece of pieces) {
    send({ kind: 'rows', ...piece })
    await once(port, 'message')
  }
  send({ kind: 'read', ...rest })
}

function piecesOf<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / readingBatch)
  return Array.from({ length: count }, (_, place) =>
    items.slice(place * readingBatch, (place + 1) * readingBatch),
  )
}

if (parentPort === null) throw new Error('Lists are read in a thread of their own.')
await readApart(parentPort)
