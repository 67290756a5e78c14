import { Link } from 'react-router'
import type { Incident } from '#domain/incidents/incident.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Instant } from '#domain/time/instant.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { contactStateText, notContactedText } from '#text/nb/words/incident/person-fact.ts'
import { firstName } from '#text/nb/words/name.ts'
import { symptomsTitle } from '#text/nb/words/symptom.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { PersonReading } from '#app/bridge/incident-queries.ts'
import { factsLine } from '../../parts/facts-line.ts'
import { paths } from '../../paths/paths.ts'
import { lackOf } from '../../paths/place-needs.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useIncidents } from '../../services/use-incidents.ts'
import { useOpened } from '../../services/use-opened.ts'

/** One line with what the incident in her zone knows of the patient, and the way to say more. Nothing while none is open. */
export function InIncident({ patient }: { patient: Patient }) {
  const { running, now } = useIncidents()
  const { profile } = useUnlocked()
  const incident = running.find(({ area }) => area.zones.includes(patient.zone))
  if (incident === undefined || lackOf(profile.role, 'personInIncident') !== null) return null
  return <IncidentLine {...{ patient, incident, now }} />
}

type IncidentLineProps = { patient: Patient; incident: Incident; now: Instant }

function IncidentLine({ patient, incident, now }: IncidentLineProps) {
  const reading = useOpened(
    (core) => core.incidents.person(incident.id, patient.id),
    [incident.id, patient.id],
  )
  const person = reading?.kind === 'open' ? reading.value : null
  if (person === null) return null
  return (
    <p className="patient__incident">
      <Link
        className="link"
        to={paths.personInIncident.to({ patientId: patient.id, incident: incident.id })}
      >
        {symptomsTitle(incident.symptoms)}
      </Link>
      <span>{factsLine(contactText(person, now), powerText(person, now), visitText(person))}</span>
    </p>
  )
}

function contactText({ contact }: PersonReading, now: Instant): string {
  if (contact === null) return notContactedText
  const { body, at, author } = contact.shown
  return `${contactStateText[body.state]} ${momentWords(at, now)}, ${firstName(author.name)}`
}

/** When the first of her devices is empty. */
function powerText({ rows }: PersonReading, now: Instant): string | null {
  const [first] = rows.flatMap(({ emptyAt }) => (emptyAt === null ? [] : [emptyAt])).toSorted()
  if (first !== undefined) return words.emptyAt(momentWords(first, now))
  return rows.length === 0 ? null : words.unknownBattery
}

function visitText({ visits }: PersonReading): string | null {
  const holder = visits.find(({ holder, ended }) => holder !== null && ended === null)?.holder
  return holder === null || holder === undefined ? null : words.visitOf(holder.name)
}
