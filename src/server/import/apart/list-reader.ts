import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import type { ListReading } from '../people/list-reading.ts'
import type { ReadContext } from '../people/read-context.ts'
import { type ImportTask, throwIfCancelled } from '../task/import-task.ts'
import { type ReadingLimits, readInThread } from './read-in-thread.ts'
import { ReadingMessage, type ReadingRows } from './reading-message.ts'

/** Reads a list without keeping anybody else waiting. */
export type ListReader = (
  bytes: Uint8Array,
  context: ReadContext,
  task: ImportTask,
) => Promise<Result<ListReading, ImportRefusal>>

/** The largest file that is taken in needs half of either on a small server. */
export const readingLimits: ReadingLimits = { megabytes: 1_500, seconds: 120 }

/**
 * Reads lists in a thread of their own, one at a time: two large files would need twice the memory. A file that takes
 * more memory or time than any list is refused, and the server goes on as if it had never come.
 */
export function listReader(limits: ReadingLimits): ListReader {
  let queue: Promise<unknown> = Promise.resolve()
  return async (bytes, context, task) => {
    task.report({ step: 'waiting', done: 0, of: 1 })
    const turn = queue.then(() => readApart(bytes, context, task, limits))
    // Whoever waits behind a reading does not share its fault: that reading's own caller has it.
    queue = turn.catch(() => undefined)
    return await turn
  }
}

async function readApart(
  bytes: Uint8Array,
  context: ReadContext,
  task: ImportTask,
  limits: ReadingLimits,
): Promise<Result<ListReading, ImportRefusal>> {
  throwIfCancelled(task)
  task.report({ step: 'reading', done: 0, of: 1 })
  return await readInThread<Answer>({
    script: new URL('read-list.worker.ts', import.meta.url),
    data: { bytes, context },
    limits,
    signal: task.signal,
    tooMuch,
    listen(worker, answer) {
      const take = readingTaker(answer, () => worker.postMessage('more'), task)
      worker.on('message', (value) => take(ReadingMessage.parse(value)))
    },
  })
}

type Answer = Result<ListReading, ImportRefusal>

const tooMuch = refused({ kind: 'tooManyValues' } as const)

/** Puts together what comes in pieces, and answers when the last one is there. */
function readingTaker(
  answer: (answer: Answer) => void,
  requestMore: () => void,
  task: ImportTask,
): (message: ReadingMessage) => void {
  const rows: ReadingRows = {
    people: [],
    mergedLines: [],
    unreadable: [],
    skipped: [],
    warnings: [],
  }
  return (message) => {
    switch (message.kind) {
      case 'progress': {
        const { done, of } = message
        task.report({ step: 'reading', done, of })
        return
      }
      case 'rows':
        rows.people.push(...(message.people ?? []))
        rows.mergedLines.push(...(message.mergedLines ?? []))
        rows.unreadable.push(...(message.unreadable ?? []))
        rows.skipped.push(...(message.skipped ?? []))
        rows.warnings.push(...(message.warnings ?? []))
        requestMore()
        return
      case 'refused':
        answer(refused(message.refusal))
        return
      case 'read': {
        const { kind: _, ...rest } = message
        answer(accepted({ ...rest, ...rows }))
      }
    }
  }
}
