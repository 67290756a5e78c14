import { callList as words } from '#text/nb/screens/people/call-list.ts'
import type { ContactReading } from '#app/bridge/incident-queries.ts'

/**
 * How many of those who are not reached have an alarm with two SIM, or on each operator: where one operator is silent, the
 * others' alarms may get out. Nothing where no list has told of any.
 */
export function AlarmLines({ counts }: { counts: ContactReading['notReachedByAlarmLine'] }) {
  const { twoSims, byOperator, unknown } = counts
  if (twoSims === 0 && byOperator.length === 0) return null
  return (
    <p className="outage__totals" aria-label={words.alarmCounts} role="group">
      <span>{words.alarmCounts}:</span>
      {twoSims === 0 ? null : <span>{words.withTwoSims(twoSims)}</span>}
      {byOperator.map(({ operator, count }) => (
        <span key={operator}>{words.onOperator(operator, count)}</span>
      ))}
      {unknown === 0 ? null : <span>{words.lineUnknown(unknown)}</span>}
    </p>
  )
}
