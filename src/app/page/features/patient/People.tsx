import type { Contact, Patient } from '#domain/patient/patient.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import { Facts } from '../../ui/Facts.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { AmendmentsOf } from './AmendmentsOf.tsx'

export function People({ patient, isDisclosed }: { patient: Patient; isDisclosed: boolean }) {
  const { nextOfKin, generalPractitioner } = patient
  const facts = [
    ...nextOfKin.map((contact) => ({
      label: relation(contact),
      value: <Reachable name={contact.name} phone={contact.phone} />,
    })),
    ...(generalPractitioner === null
      ? []
      : [
          {
            label: words.generalPractitioner,
            value: (
              <Reachable
                name={[generalPractitioner.name, generalPractitioner.office]
                  .filter(Boolean)
                  .join(', ')}
                phone={generalPractitioner.phone}
              />
            ),
          },
        ]),
  ]
  return (
    <>
      <GroupHeading text={words.people} />
      <AmendmentsOf patientId={patient.id} kind="nextOfKin" isDisclosed={isDisclosed} />
      {facts.length === 0 ? <p>{words.noPeople}</p> : <Facts facts={facts} />}
    </>
  )
}

function relation({ relation, canLookIn }: Contact): string {
  const known = relation ?? words.contact
  return canLookIn ? `${known}, ${words.canLookIn}` : known
}

function Reachable({ name, phone }: { name: string; phone: string | null }) {
  if (phone === null) return name
  return (
    <>
      {`${name}, `}
      <a className="phone-link" href={phoneLink(phone)}>
        {phoneText(phone)}
      </a>
    </>
  )
}
