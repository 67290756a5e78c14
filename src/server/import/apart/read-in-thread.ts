import { Worker } from 'node:worker_threads'
import { hasErrorCode } from '../../base/error-code.ts'
import { ImportCancelled } from '../task/import-task.ts'

export type ReadingLimits = { megabytes: number; seconds: number }

export type ThreadReading<Answer> = {
  script: URL
  data: unknown
  limits: ReadingLimits
  /** Ends it when whoever waits for it goes away. */
  signal: AbortSignal
  /** The answer when it takes more memory or time than any list. */
  tooMuch: Answer
  /** Takes what the thread says, and answers when that was all. */
  listen: (worker: Worker, answer: (answer: Answer) => void) => void
}

/** Reads an untrusted file in a thread of its own, which a hostile one may fill or keep busy without harm to the server. */
export async function readInThread<Answer>(reading: ThreadReading<Answer>): Promise<Answer> {
  const { script, data, limits } = reading
  const worker = new Worker(script, {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  })
  try {
    return await answerOf(worker, reading)
  } finally {
    await worker.terminate()
  }
}

async function answerOf<Answer>(
  worker: Worker,
  { limits, signal, tooMuch, listen }: ThreadReading<Answer>,
): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(tooMuch), limits.seconds * 1_000)
    const cancel = () => reject(new ImportCancelled())
    signal.addEventListener('abort', cancel, { once: true })
    listen(worker, resolve)
    worker.once('error', (error) => {
      if (hasErrorCode(error, 'ERR_WORKER_OUT_OF_MEMORY')) resolve(tooMuch)
      else reject(new Error('The reading of a list failed.', { cause: error }))
    })
    worker.once('exit', () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      reject(new Error('The reading of a list ended without an answer.'))
    })
  })
}
