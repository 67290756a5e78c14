import type { IncidentId } from '#domain/base/ids.ts'
import { phoneShown } from '#domain/patient/address-shown.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Instant } from '#domain/time/instant.ts'
import { personInIncident } from '#text/nb/screens/people/person-in-incident.ts'
import { visits as words } from '#text/nb/screens/people/visits.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import type { VisitRow } from '#app/bridge/incident-queries.ts'
import { visitFacts } from '../../../parts/visit-words.ts'
import { Facts, type Fact } from '../../../ui/Facts.tsx'
import { useCall } from '../../../incident-parts/CallButton.tsx'
import { homeFacts } from '../home-facts.tsx'
import { dueText } from './due-text.ts'

type VisitFactsProps = { row: VisitRow; patient: Patient; now: Instant; incident: IncidentId }

/** Why it has its place, where it is, how to get in, whom to call first, and what is to be done. */
export function VisitFacts({ row, patient, now, incident }: VisitFactsProps) {
  const { planned, due } = row
  return (
    <Facts
      facts={[
        { label: words.deadline, value: <strong>{dueText(due, now)}</strong> },
        ...homeFacts(patient),
        ...phoneFacts(patient, incident),
        ...(planned === null
          ? []
          : [{ label: words.tasks, value: visitFacts(planned).join(' · ') }]),
      ]}
    />
  )
}

function phoneFacts(patient: Patient, incident: IncidentId): Fact[] {
  const phone = phoneShown(patient)
  if (phone === null) return []
  return [
    {
      label: personInIncident.phone,
      value: <PhoneLink patient={patient} phone={phone} incident={incident} />,
    },
  ]
}

type PhoneLinkProps = { patient: Patient; phone: string; incident: IncidentId }

function PhoneLink({ patient, phone, incident }: PhoneLinkProps) {
  const call = useCall()
  return (
    <a
      className="phone-link"
      href={phoneLink(phone)}
      onClick={() => call(patient, { from: 'visits', incident })}
    >
      {phoneText(phone)}
    </a>
  )
}
