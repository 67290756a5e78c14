import { Worker } from 'node:worker_threads'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { hasErrorCode } from '../../base/error-code.ts'
import type { ListReading } from '../people/list-reading.ts'
import type { ReadContext } from '../people/read-context.ts'
import { ReadingMessage } from './reading-message.ts'

/** Reads a list without keeping anybody else waiting. */
export type ListReader = (
  bytes: Uint8Array,
  context: ReadContext,
) => Promise<Result<ListReading, ImportRefusal>>

export type ReadingLimits = { megabytes: number; seconds: number }

/** The largest file that is taken in needs half of either on a small server. */
export const readingLimits: ReadingLimits = { megabytes: 1_500, seconds: 120 }

/**
 * Reads lists in a thread of their own, one at a time: two large files would need twice the memory. A file that takes
 * more memory or time than any list is refused, and the server goes on as if it had never come.
 */
export function listReader(limits: ReadingLimits): ListReader {
  let queue: Promise<unknown> = Promise.resolve()
  return async (bytes, context) => {
    const turn = queue.then(() => readApart(bytes, context, limits))
    // Whoever waits behind a reading does not share its fault: that reading's own caller has it.
    queue = turn.catch(() => undefined)
    return await turn
  }
}

async function readApart(
  bytes: Uint8Array,
  context: ReadContext,
  { megabytes, seconds }: ReadingLimits,
): Promise<Result<ListReading, ImportRefusal>> {
  const worker = new Worker(new URL('read-list.worker.ts', import.meta.url), {
    workerData: { bytes, context },
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  try {
    return await answerOf(worker, seconds)
  } finally {
    await worker.terminate()
  }
}

type Answer = Result<ListReading, ImportRefusal>

async function answerOf(worker: Worker, seconds: number): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(tooMuch), seconds * 1_000)
    const take = readingTaker(resolve)
    worker.on('message', (value) => take(ReadingMessage.parse(value)))
    worker.once('error', (error) => {
      if (hasErrorCode(error, 'ERR_WORKER_OUT_OF_MEMORY')) resolve(tooMuch)
      else reject(new Error('The reading of a list failed.', { cause: error }))
    })
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('The reading of a list ended without an answer.'))
    })
  })
}

const tooMuch = refused({ kind: 'tooManyValues' } as const)

/** Puts together what comes in pieces, and answers when the last one is there. */
function readingTaker(answer: (answer: Answer) => void): (message: ReadingMessage) => void {
  const people: ListReading['people'] = []
  const unreadable: ListReading['unreadable'] = []
  const warnings: ListReading['warnings'] = []
  return (message) => {
    switch (message.kind) {
      case 'people':
        people.push(...message.people)
        return
      case 'unreadable':
        unreadable.push(...message.unreadable)
        return
      case 'warnings':
        warnings.push(...message.warnings)
        return
      case 'refused':
        answer(refused(message.refusal))
        return
      case 'read': {
        const { format, rows, merged, listedAt } = message
        answer(accepted({ format, rows, merged, listedAt, people, unreadable, warnings }))
      }
    }
  }
}
