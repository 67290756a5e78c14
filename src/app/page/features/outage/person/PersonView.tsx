import { Link } from 'react-router'
import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { personInIncident as words } from '#text/nb/screens/people/person-in-incident.ts'
import { lookupName } from '#text/nb/words/name.ts'
import type { PersonReading } from '#app/bridge/incident-queries.ts'
import type { Reading } from '#app/bridge/reading.ts'
import { Lacking } from '../../../parts/Lacking.tsx'
import { Unverified } from '../../../parts/Unverified.tsx'
import { type OutageList, paths } from '../../../paths/paths.ts'
import { Screen } from '../../../ui/Screen.tsx'
import { LevelTag } from '../LevelTag.tsx'
import { PersonSaid } from '../PersonSaid.tsx'
import { usePersonSaying } from '../use-person-saying.ts'
import type { Outage } from '../use-outage.ts'
import { CallAnswers } from './CallAnswers.tsx'
import { DeviceNews } from './DeviceNews.tsx'
import { Doses } from './Doses.tsx'
import { Earlier } from './Earlier.tsx'
import { answerToCall } from './answer-to-call.ts'
import { OtherAnswers } from './OtherAnswers.tsx'
import { PersonFacts } from './PersonFacts.tsx'
import { PersonFoot } from './PersonFoot.tsx'
import type { PersonAddress } from './PersonInIncidentScreen.tsx'
import { SinceList } from '../SinceList.tsx'
import { VisitOfPerson } from './VisitOfPerson.tsx'
import './person.css'

type PersonViewProps = {
  person: PersonReading
  address: PersonAddress
  outage: Outage
  incident: Incident
  reading: Reading<unknown> | undefined
  contacts: readonly MunicipalityContact[]
}

/** Back from the call: three answers before all else, so that they stand on the smallest phone, and do not move when one is pressed. */
export function PersonView({ person, address, outage, incident, ...more }: PersonViewProps) {
  const { reading, contacts } = more
  const { patient } = person
  const { now } = outage
  const saying = usePersonSaying(incident.id)
  const isDispenser = address.list === 'medicineDispenser'
  const { calledAt } = address
  const answer = answerToCall(person, calledAt)
  const facts = (
    <div key="facts" className="person__facts">
      <PersonFacts
        person={person}
        now={now}
        contacts={contacts}
        isBrief={calledAt !== undefined && answer === null}
      />
    </div>
  )
  const answers = (
    <div
      key="answers"
      className={calledAt === undefined ? undefined : 'person__answers'}
      data-asks={calledAt !== undefined && answer === null}
    >
      <CallAnswers {...{ patient, saying, answer, now, calledAt }} />
      <PersonSaid saying={saying} zone={patient.zone} />
    </div>
  )
  return (
    <Screen
      title={lookupName(patient.name)}
      titleInHistory={words.screen}
      above={<WayBack address={address} />}
      beside={<LevelTag patient={patient} />}
      foot={<PersonFoot {...{ patient, address, incident, answer, now }} />}
    >
      {reading === undefined ? null : <Lacking reading={reading} />}
      <Unverified reading={reading}>
        <SinceList patient={patient} />
        {calledAt === undefined ? [facts, answers] : [answers, facts]}
        <VisitOfPerson person={person} incident={incident} />
        {isDispenser ? <Doses {...{ person, saying, now }} /> : null}
        <DeviceNews person={person} saying={saying} />
        <OtherAnswers {...{ patient, saying, answer }} />
        {isDispenser ? null : <Doses {...{ person, saying, now }} />}
        <Earlier {...{ person, saying, now }} />
      </Unverified>
    </Screen>
  )
}

/** To the list that she came from, and to the whole card. */
function WayBack({ address }: { address: PersonAddress }) {
  const { from, list, zone, incident, patientId } = address
  return (
    <span className="person__ways">
      {from === undefined ? null : (
        <Link className="link" to={backPath(from, { list, zone, incident })}>
          {words.back[from]}
        </Link>
      )}
      <Link className="link" to={paths.patient.to({ patientId })}>
        {words.card}
      </Link>
    </span>
  )
}

function backPath(
  from: OutageList,
  { list, ...linked }: Pick<PersonAddress, 'list' | 'zone' | 'incident'>,
): string {
  switch (from) {
    case 'countdown':
      return paths.countdown.to(linked)
    case 'callList':
      return paths.callList.to({ ...linked, list })
    case 'visits':
      return paths.visits.to(linked)
  }
}
