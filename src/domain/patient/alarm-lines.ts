import { foldText } from '../base/folded-text.ts'
import { type AlarmLine, readAlarmLine } from './alarm-line.ts'
import type { PoweredDevice } from './powered-device.ts'

/** The line of each of a patient's alarms; null for one of which nothing is known. */
export function alarmLinesOf({
  devices,
}: {
  devices: readonly PoweredDevice[]
}): (AlarmLine | null)[] {
  return devices
    .filter(({ kind }) => kind?.startsWith('safety-alarm') === true)
    .map(
      ({ line, listedAs, description }) =>
        line ?? readAlarmLine(`${listedAs} ${description ?? ''}`),
    )
}

/** How many have an alarm of each kind of line: of two SIM, else by the one operator, else of which nobody knows. */
export type AlarmLineCounts = {
  twoSims: number
  byOperator: readonly { operator: string; count: number }[]
  unknown: number
}

/** Each patient once, by the best line that she has. */
export function countAlarmLines(
  patients: readonly { devices: readonly PoweredDevice[] }[],
): AlarmLineCounts {
  const byOperator = new Map<string, { operator: string; count: number }>()
  let [two, unknown] = [0, 0]
  for (const patient of patients) {
    const lines = alarmLinesOf(patient)
    const operator = lines.flatMap((line) => line?.operators ?? []).at(0)
    if (lines.some((line) => line?.sims === 2)) two += 1
    else if (operator === undefined) unknown += 1
    else {
      const known = byOperator.get(foldText(operator))
      byOperator.set(foldText(operator), {
        operator: known?.operator ?? operator,
        count: (known?.count ?? 0) + 1,
      })
    }
  }
  const counted = [...byOperator.values()].toSorted(
    (a, b) => b.count - a.count || (a.operator < b.operator ? -1 : 1),
  )
  return { twoSims: two, byOperator: counted, unknown }
}
