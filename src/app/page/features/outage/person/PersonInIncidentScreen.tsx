import type { IncidentId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import type { Instant } from '#domain/time/instant.ts'
import { personInIncident as words } from '#text/nb/screens/people/person-in-incident.ts'
import { LoggedOpening } from '../../../parts/LoggedOpening.tsx'
import { OpenReading } from '../../../parts/OpenReading.tsx'
import { type OutageList, paths } from '../../../paths/paths.ts'
import { useOpened } from '../../../services/use-opened.ts'
import { Screen } from '../../../ui/Screen.tsx'
import { useTopOf } from '../../../ui/use-top-of.ts'
import { NotHere } from '../NotHere.tsx'
import { noRows, OutageScreen } from '../OutageScreen.tsx'
import { useContacts } from '../use-contacts.ts'
import { type Outage, useOutage } from '../use-outage.ts'
import { PersonView } from './PersonView.tsx'

export type PersonAddress = {
  patientId: PatientId
  /** When she pressed the number; the answers are about that call then. */
  calledAt?: Instant | undefined
  from?: OutageList | undefined
  list?: PatientListKind | undefined
  zone?: ZoneId | undefined
  incident?: IncidentId | undefined
}

/** What an outage means for one patient: how the call went, and what it found out. */
export function PersonInIncidentScreen(address: PersonAddress) {
  const outage = useOutage(address, (chosen) =>
    paths.personInIncident.to({ ...address, ...chosen }),
  )
  const { incident } = outage
  if (incident === null) {
    return (
      <OutageScreen title={words.screen} outage={outage}>
        {() => null}
      </OutageScreen>
    )
  }
  return <Person {...{ address, outage, incident }} />
}

type PersonProps = { address: PersonAddress; outage: Outage; incident: Incident }

function Person({ address, outage, incident }: PersonProps) {
  const { patientId } = address
  const reading = useOpened(
    (core) => core.incidents.person(incident.id, patientId),
    [incident.id, patientId],
  )
  const contacts = useContacts()
  // «Ring igjen» stays on this screen.
  useTopOf(address.calledAt ?? '')
  const found = reading?.kind === 'open' ? reading.value : null
  if (found !== null && contacts !== undefined) {
    return (
      <LoggedOpening key={patientId} patient={found.patient}>
        <PersonView
          key={address.calledAt ?? ''}
          person={found}
          {...{ address, outage, incident, reading, contacts }}
        />
      </LoggedOpening>
    )
  }
  return (
    <Screen title={words.screen} busy={reading === undefined || contacts === undefined}>
      <OpenReading reading={contacts === undefined ? undefined : reading} none={noRows}>
        {(_, { isWhole }) => isWhole && <NotHere patientId={patientId} />}
      </OpenReading>
    </Screen>
  )
}
