import { Link } from 'react-router'
import type { ZoneId } from '#domain/base/ids.ts'
import type { LocalTime } from '#domain/time/instant.ts'
import { minutesUntilTime } from '#domain/time/next-time-of-day.ts'
import { findFittingWorkList, type Shift } from '#domain/lists/shift.ts'
import { now as words } from '#text/nb/screens/now.ts'
import { shiftText, templateText } from '#text/nb/words/shift.ts'
import type { WorkListReading } from '#app/bridge/device-queries.ts'
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
  lists: readonly WorkListReading[]
  shift: Shift
  at: LocalTime
  zoneNames: readonly { id: ZoneId; name: ZoneName }[]
}

/** The remaining visits of this shift, or those of the nearest template when the shift has no list of its own. */
export function MyShift({ lists, shift, at, zoneNames }: MyShiftProps) {
  const fitting = findFittingWorkList(
    lists.map(({ list }) => list),
    shift,
  )
  const chosen = lists.find(({ list }) => list === fitting?.workList)
  if (fitting === null || chosen === undefined) {
    return <Notice kind="empty" title={words.noLists} text={words.noListsText} />
  }
  const ahead = chosen.visits
    .toSorted(
      (a, b) => minutesUntilTime(a.visit.startsAt, at) - minutesUntilTime(b.visit.startsAt, at),
    )
    .filter(({ visit }) => minutesUntilTime(visit.startsAt, at) < shiftMinutes)
  const known = zoneNames.find(({ id }) => id === chosen.list.zone)
  const zone = known === undefined ? undefined : zoneText(known.name)
  return (
    <>
      <GroupHeading
        text={words.myShift}
        beside={
          <Link to={paths.workList.to({ workListId: chosen.list.id })}>
            {words.wholeList(chosen.visits.length)}
          </Link>
        }
      />
      <p className="now__template">
        {fitting.fit === 'template' ? templateText(fitting.workList) : shiftText(fitting.workList)}
        {zone === undefined ? '' : ` · ${zone}`}
      </p>
      {ahead.length === 0 ? (
        <Notice kind="done" title={words.noVisitsLeft} text={words.noVisitsLeftText} />
      ) : (
        <Rows label={words.visits}>
          {ahead.slice(0, maxShown).map(({ visit, patient }, index) => (
            <VisitRow key={visit.id} visit={visit} patient={patient} at={at} isNext={index === 0} />
          ))}
        </Rows>
      )}
    </>
  )
}
