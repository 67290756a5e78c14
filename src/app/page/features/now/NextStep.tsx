import { PhoneIcon } from '@navikt/aksel-icons'
import { phoneShown } from '#domain/patient/address-shown.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { mayDo } from '#domain/roles/duties.ts'
import { outage as words } from '#text/nb/screens/outage.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { phoneLink } from '#text/nb/words/phone.ts'
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
    const name = lookupName(next.name)
    const phone = phoneShown(next)
    return phone === null ? (
      <Action rank="primary" to={paths.patient.to({ patientId: next.id })}>
        {words.seeNext(name)}
      </Action>
    ) : (
      <Action
        rank="primary"
        href={phoneLink(phone)}
        icon={<PhoneIcon aria-hidden fontSize="1.5rem" />}
      >
        {words.callNext(name)}
      </Action>
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
