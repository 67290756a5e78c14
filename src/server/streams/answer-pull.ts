import type { PullStream, PullStreamAnswer } from '#contract/pull-stream.ts'
import type { EmployeeId } from '#domain/base/ids.ts'
import type { AlarmStore } from '../alarms/alarm-store.ts'
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

/** Answers a pull, and raises the stream's epoch first when the device shows that the server was restored. */
export async function answerPull(
  database: PullTransactions,
  request: PullStream,
  tools: PullTools,
  reportedBy: EmployeeId | null,
): Promise<PullStreamAnswer> {
  const reading = await database.read((streams) => readStream(streams, request, tools))
  if (reading.kind !== 'tooLow') return reading
  await database.write((stores) => raiseEpoch(stores, request, tools, reportedBy))
  return resetAnswer(request, 'restored', reading.highest)
}
