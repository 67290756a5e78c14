import { useState } from 'react'
import type { LocalTime } from '#domain/time/instant.ts'
import { now as words } from '#text/nb/screens/now.ts'
import { shiftText, templateText } from '#text/nb/words/shift.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import type { FittingReading } from '#app/bridge/device-queries.ts'
import { myList, type OwnShift as Shift } from '../../services/remembered/my-list.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { Action } from '../../ui/Action.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { MyShift } from './MyShift.tsx'

type OwnShiftProps = {
  fitting: readonly FittingReading[]
  shift: Shift
  at: LocalTime
  isWhole: boolean
}

/** The visits of the list that is hers. With several to choose from, she says which once a shift. */
export function OwnShift({ fitting, shift, at, isWhole }: OwnShiftProps) {
  const { employeeId, profile } = useUnlocked()
  const [chosenId, setChosenId] = useState(() => myList.find(employeeId, shift))
  const [only, second] = fitting
  const chosen = second === undefined ? only : fitting.find(({ list }) => list.id === chosenId)
  if (chosen === undefined && second !== undefined) {
    return (
      <section aria-label={words.whichList}>
        <GroupHeading text={words.whichList} />
        <div className="stack">
          {fitting.map(({ list, visits, fit }) => (
            <Action
              key={list.id}
              rank="second"
              onPress={() => {
                myList.keep(employeeId, shift, list.id)
                setChosenId(list.id)
              }}
            >
              {words.listOf(
                zoneText(profile.zones.find(({ id }) => id === list.zone)?.name ?? null),
                fit === 'template' ? templateText(list) : shiftText(list),
                visits.length,
              )}
            </Action>
          ))}
        </div>
      </section>
    )
  }
  return (
    <>
      <MyShift fitting={chosen ?? null} at={at} zoneNames={profile.zones} isWhole={isWhole} />
      {second === undefined ? null : (
        <button type="button" className="link" onClick={() => setChosenId(null)}>
          {words.otherList}
        </button>
      )}
    </>
  )
}
