import { useState } from 'react'
import type { Patient } from '#domain/patient/patient.ts'
import { visits as words } from '#text/nb/screens/people/visits.ts'
import type { Colleague } from '#app/bridge/device-queries.ts'
import type { VisitRow } from '#app/bridge/incident-queries.ts'
import { useUnlocked } from '../../../services/unlocked.ts'
import { useOpened } from '../../../services/use-opened.ts'
import { Action } from '../../../ui/Action.tsx'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import type { PersonSaying } from '../use-person-saying.ts'
import { isOver, takesTwo } from './visit-key.ts'

type GiveVisitProps = { row: VisitRow; patient: Patient; saying: PersonSaying }

/** Offers her visit to a colleague of the zone. It stays hers until the other has taken it over. */
export function GiveVisit({ row, patient, saying }: GiveVisitProps) {
  const [isAsking, setAsking] = useState(false)
  const { employeeId } = useUnlocked()
  const reading = useOpened((core) => core.queries.colleagues(patient.zone), [patient.zone])
  if (isOver(row) || takesTwo(row)) return null
  const known = reading?.kind === 'open' ? reading.value : []
  const colleagues = known.filter((one) => one.employeeId !== employeeId)

  function give(to: Colleague) {
    setAsking(false)
    void saying.say(patient.zone, [{ kind: 'visitGiven', visit: row.state.key, to }])
  }

  if (!isAsking) {
    return (
      <Action rank="second" onPress={() => setAsking(true)}>
        {words.give}
      </Action>
    )
  }
  return (
    <>
      <GroupHeading text={words.giveTo} />
      <p className="field__help">
        {colleagues.length === 0 ? words.noColleagues : words.stillYours}
      </p>
      <div className="stack">
        {colleagues.map((colleague) => (
          <Action key={colleague.employeeId} rank="second" onPress={() => give(colleague)}>
            {colleague.name}
          </Action>
        ))}
        <button type="button" className="link" onClick={() => setAsking(false)}>
          {words.cancel}
        </button>
      </div>
    </>
  )
}
