import { useState } from 'react'
import type { Patient } from '#domain/patient/patient.ts'
import { visits as words } from '#text/nb/screens/people/visits.ts'
import type { Colleague } from '#app/bridge/device-queries.ts'
import type { VisitRow } from '#app/bridge/incident-queries.ts'
import { Action } from '../../../ui/Action.tsx'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import type { PersonSaying } from '../use-person-saying.ts'
import { AgreeWithAnother } from './AgreeWithAnother.tsx'
import { Colleagues } from './Colleagues.tsx'
import { isOver, keyOfRow, takesTwo } from './visit-key.ts'
import { Opened } from '../../../ui/focus/Opened.tsx'

type GiveVisitProps = { row: VisitRow; patient: Patient; saying: PersonSaying }

/** Offers her visit to a colleague of the zone. It stays hers until the other has taken it over. */
export function GiveVisit({ row, patient, saying }: GiveVisitProps) {
  const [isAsking, setAsking] = useState(false)
  if (isOver(row) || takesTwo(row)) return null
  const visit = row.state.key

  function give({ employeeId, name }: Colleague) {
    setAsking(false)
    void saying.say(patient.zone, [{ kind: 'visitGiven', visit, to: { employeeId, name } }])
  }

  function agree(agreedWith: string) {
    setAsking(false)
    void saying.say(patient.zone, [{ kind: 'visitTaken', visit, agreedWith }])
  }

  if (!isAsking) {
    return (
      <Action rank="second" onPress={() => setAsking(true)}>
        {words.give}
      </Action>
    )
  }
  return (
    <Opened>
      <GroupHeading text={words.giveTo} />
      <Colleagues zone={patient.zone} onChoose={give} />
      <AgreeWithAnother place={`visit ${keyOfRow(row)} agreed`} onAgree={agree} />
      <button type="button" className="link" onClick={() => setAsking(false)}>
        {words.cancel}
      </button>
    </Opened>
  )
}
