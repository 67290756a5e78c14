import { phoneShown } from '#domain/patient/address-shown.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { mayDo } from '#domain/roles/duties.ts'
import { outage as words } from '#text/nb/screens/incident/outage.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { CallNext } from '../../incident-parts/CallNext.tsx'
import { paths } from '../../paths/paths.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { Action } from '../../ui/Action.tsx'
import type { BoardReading } from './read-board.ts'

type NextStepProps = BoardReading & { incident: Incident }

/** The one next thing: to say what is down, to call the next person, or the tasks that are left. */
export function NextStep({ incident, board, next }: NextStepProps) {
  const { role } = useUnlocked().profile
  if (incident.standing === 'closed') return null
  if (next !== null) {
    const from = { from: 'callList', incident: incident.id } as const
    return phoneShown(next) === null ? (
      <Action rank="primary" to={paths.personInIncident.to({ patientId: next.id, ...from })}>
        {words.seeNext(lookupName(next.name))}
      </Action>
    ) : (
      <CallNext patient={next} from={from} />
    )
  }
  if (incident.symptoms.length === 0 && mayDo(role, 'startIncidents')) {
    return (
      <Action rank="primary" to={paths.changeIncident.to({ incident: incident.id })}>
        {words.sayWhat}
      </Action>
    )
  }
  if (board.tasks.left === 0) return null
  return (
    <Action rank="primary" to={paths.tasks.to({ incident: incident.id })}>
      {words.toTasks}
    </Action>
  )
}
