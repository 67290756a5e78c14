import type { Instant } from '#domain/time/instant.ts'
import { cards } from '#text/nb/screens/cards.ts'
import { runningCard as words } from '#text/nb/screens/incident/running-card.ts'
import type { RunningCard } from '#app/bridge/incident-queries.ts'
import { rowTime } from '../../parts/row-time.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'

type ThresholdsProps = Pick<RunningCard, 'thresholds'> & { now: Instant }

/** When more is decided, by the clock. Nothing for a card without thresholds in time. */
export function Thresholds({ thresholds, now }: ThresholdsProps) {
  if (thresholds.length === 0) return null
  return (
    <>
      <GroupHeading text={cards.thresholds} />
      <Rows label={cards.thresholds}>
        {thresholds.map(({ threshold, at, isReached }) => (
          <Row
            key={`${at} ${threshold.text}`}
            name={threshold.text}
            time={rowTime(at, now)}
            facts={threshold.inference ? [words.inference] : []}
            {...(isReached ? { strong: words.reached } : {})}
          />
        ))}
      </Rows>
    </>
  )
}
