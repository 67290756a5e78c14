import type { PullStream } from '#contract/pull-stream.ts'
import type { EmployeeId } from '#domain/base/ids.ts'
import type { AlarmStore } from '../alarms/alarm-store.ts'
import { type HighestJudgement, judgeHighest } from './judge-highest.ts'
import type { PullTools } from './sign-head.ts'
import type { StreamStore } from './stream-store.ts'

/**
 * Raises a stream's epoch above a head that the server has signed and lost, once for all devices that report it, and
 * alarms the administrator. The judgement is made again under the stream's lock: another device may have been first, and
 * what was read may have been a copy that lags behind. Answers what the head is worth after that.
 */
export async function raiseEpoch(
  { streams, alarms }: { streams: StreamStore; alarms: AlarmStore },
  { stream, highest }: Pick<PullStream, 'stream' | 'highest'>,
  tools: PullTools,
  reportedBy: EmployeeId | null,
): Promise<HighestJudgement> {
  const state = await streams.lockHead(stream)
  const judged = await judgeHighest(streams, { stream, highest }, state, tools)
  if (judged !== 'tooLow' || highest === null) return judged
  await streams.saveEpoch(stream, Math.max(state.epoch, highest.head.epoch) + 1)
  const about = { stream, deviceId: null, employeeId: reportedBy }
  await alarms.add({ kind: 'restoredStream', at: tools.now, ...about })
  return 'restored'
}
