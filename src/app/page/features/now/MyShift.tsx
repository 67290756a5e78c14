import { Link } from 'react-router'
import type { ZoneId } from '#domain/base/ids.ts'
import type { LocalTime } from '#domain/time/instant.ts'
import { minutesUntilTime } from '#domain/time/next-time-of-day.ts'
import { now as words } from '#text/nb/screens/now.ts'
import { shiftText, templateText } from '#text/nb/words/shift.ts'
import type { FittingReading } from '#app/bridge/device-queries.ts'
import { paths } from '../../paths/paths.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Rows } from '../../ui/Rows.tsx'
import { VisitRow } from '../../parts/VisitRow.tsx'

/** A shift is shorter than this, so a visit that is further ahead on the clock is in the past. */
const shiftMinutes = 10 * 60
const maxShown = 5

type MyShiftProps = {
  /** Null when there is no list. */
  fitting: FittingReading | null
  at: LocalTime
  zoneNames: readonly { id: ZoneId; name: ZoneName }[]
  /** Something is lacking or kept back: then nothing is said of what is not there. */
  isWhole: boolean
}

/** The remaining visits of this shift, or those of the nearest template when the shift has no list of its own. */
export function MyShift({ fitting, at, zoneNames, isWhole }: MyShiftProps) {
  if (fitting === null) {
    return <Notice kind="empty" title={words.noLists} text={words.noListsText} />
  }
  const { list, visits } = fitting
  const ahead = visits
    .toSorted(
      (a, b) => minutesUntilTime(a.visit.startsAt, at) - minutesUntilTime(b.visit.startsAt, at),
    )
    .filter(({ visit }) => minutesUntilTime(visit.startsAt, at) < shiftMinutes)
  const known = zoneNames.find(({ id }) => id === list.zone)
  const zone = known === undefined ? undefined : zoneText(known.name)
  return (
    <>
      <GroupHeading
        text={words.myShift}
        beside={
          <Link to={paths.workList.to({ workListId: list.id })}>
            {words.wholeList(visits.length)}
          </Link>
        }
      />
      <p className="now__template">
        {fitting.fit === 'template' ? templateText(list) : shiftText(list)}
        {zone === undefined ? '' : ` · ${zone}`}
      </p>
      {ahead.length === 0 ? (
        isWhole && <Notice kind="done" title={words.noVisitsLeft} text={words.noVisitsLeftText} />
      ) : (
        <Rows label={words.visits}>
          {ahead.slice(0, maxShown).map(({ visit, patient, former }, index) => (
            <VisitRow
              key={visit.id}
              {...{ visit, patient, former, at }}
              workList={list.id}
              isNext={index === 0}
            />
          ))}
        </Rows>
      )}
    </>
  )
}
