import type { Patient } from '#domain/patient/patient.ts'
import { visits as words } from '#text/nb/screens/people/visits.ts'
import type { VisitRow } from '#app/bridge/incident-queries.ts'
import { useUnlocked } from '../../../services/unlocked.ts'
import { Action } from '../../../ui/Action.tsx'
import type { PersonSaying } from '../use-person-saying.ts'
import { takesTwo } from './visit-key.ts'

type TakeVisitProps = { row: VisitRow; patient: Patient; saying: PersonSaying }

/** Takes a visit, or takes over one that is offered to her. */
export function TakeVisit({ row, patient, saying }: TakeVisitProps) {
  const { employeeId } = useUnlocked()
  const { state } = row
  const isOffered = state.offered?.shown.body.to.employeeId === employeeId
  return (
    <Action
      rank="primary"
      onPress={() => void saying.say(patient.zone, [{ kind: 'visitTaken', visit: state.key }])}
    >
      {isOffered ? words.takeOver : takesTwo(row) ? words.takeAsTwo : words.takeVisit}
    </Action>
  )
}
