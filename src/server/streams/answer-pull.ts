import type { PullStream, PullStreamAnswer } from '#contract/pull-stream.ts'
import type { EmployeeId } from '#domain/base/ids.ts'
import type { AlarmStore } from '../alarms/alarm-store.ts'
import { Refused } from '../base/refused.ts'
import { raiseEpoch } from './raise-epoch.ts'
import { readStream, resetAnswer } from './read-stream.ts'
import type { PullTools } from './sign-head.ts'
import type { StreamStore } from './stream-store.ts'

/** How a pull reaches the database. */
export type PullTransactions = {
  /** One snapshot, in the name of the employee who asks. */
  read<Value>(work: (streams: StreamStore) => Promise<Value>): Promise<Value>
  /** A transaction of the server's own, because no employee may change an epoch. */
  write<Value>(
    work: (stores: { streams: StreamStore; alarms: AlarmStore }) => Promise<Value>,
  ): Promise<Value>
}

/** A copy of the database that lags behind is soon where its origin is. */
const laggingRetrySeconds = 5

/** Answers a pull, and raises the stream's epoch first when the device shows that the server was restored. */
export async function answerPull(
  database: PullTransactions,
  request: PullStream,
  tools: PullTools,
  reportedBy: EmployeeId | null,
): Promise<PullStreamAnswer> {
  const reading = await database.read((streams) => readStream(streams, request, tools))
  if (reading.kind !== 'tooLow') return reading
  const judged = await database.write((stores) => raiseEpoch(stores, request, tools, reportedBy))
  if (judged === 'restored') return resetAnswer(request, 'restored', reading.highest)
  // The database has the head: only the copy that was read lags behind, and nothing may overrule what the device has seen.
  throw new Refused('busy', { retryAfterSeconds: laggingRetrySeconds })
}
