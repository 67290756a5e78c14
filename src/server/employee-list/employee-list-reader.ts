import * as z from 'zod/mini'
import { refused } from '#domain/base/result.ts'
import { type ReadingLimits, readInThread } from '../import/apart/read-in-thread.ts'
import type { EmployeeReading } from './employee-row.ts'

/** Reads a list of employees without keeping anybody else waiting. */
export type EmployeeListReader = (bytes: Uint8Array) => Promise<EmployeeReading>

/** A file of two megabytes needs a tenth of either on a small server. */
const limits: ReadingLimits = { megabytes: 200, seconds: 20 }

/** It comes from our own thread of the same build, so that it is one is all that is looked at. */
const Message = z.custom<EmployeeReading>(
  (value) => typeof value === 'object' && value !== null && 'ok' in value,
)

/** Reads lists one at a time, each in a thread of its own. */
export function employeeListReader(): EmployeeListReader {
  let queue: Promise<unknown> = Promise.resolve()
  return async (bytes) => {
    const turn = queue.then(() =>
      readInThread<EmployeeReading>({
        script: new URL('read-employees.worker.ts', import.meta.url),
        data: { bytes },
        limits,
        signal: new AbortController().signal,
        tooMuch: refused({ kind: 'tooMuch' }),
        listen: (worker, answer) =>
          void worker.on('message', (value) => answer(Message.parse(value))),
      }),
    )
    // Whoever waits behind a reading does not share its fault: that reading's own caller has it.
    queue = turn.catch(() => undefined)
    return await turn
  }
}
