import { addressShown } from '#domain/patient/address-shown.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { personInIncident as words } from '#text/nb/screens/person-in-incident.ts'
import { accessText } from '#text/nb/words/access.ts'
import { addressText, fullAddress } from '#text/nb/words/address.ts'
import { contactText } from '#text/nb/words/contact.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import { codeOfAccess, DoorCode } from '../../parts/DoorCode.tsx'
import { useOpened } from '../../services/use-opened.ts'
import type { Fact } from '../../ui/Facts.tsx'

/** Where she lives, how to get in, and who can look in. A hidden address is opened on the card, with a reason. */
export function homeFacts(patient: Patient): Fact[] {
  const where = addressShown(patient)
  return [
    {
      label: words.address,
      value: where.kind === 'address' ? fullAddress(where.address) : addressText(where),
    },
    ...doorFacts(patient),
    ...lookInFacts(patient),
  ]
}

function doorFacts(patient: Patient): Fact[] {
  if (patient.addressProtection !== 'none') return []
  return patient.access.map((access) => ({
    label: words.door,
    value: (
      <>
        {accessText(access)}{' '}
        {access.hasCode ? <CodeOf patient={patient} accessId={access.id} /> : null}
      </>
    ),
  }))
}

function CodeOf({ patient, accessId }: { patient: Patient; accessId: string }) {
  const reading = useOpened(
    (core) => core.reader.findProtected(patient.id, patient.zone),
    [patient.id, patient.zone],
  )
  return (
    <DoorCode
      patient={patient}
      mayReveal={reading?.kind === 'open'}
      findCode={(codes) => codeOfAccess(codes, accessId)}
    />
  )
}

function lookInFacts({ nextOfKin }: Patient): Fact[] {
  return nextOfKin
    .filter(({ canLookIn }) => canLookIn)
    .map((contact) => ({
      label: words.canLookIn,
      value: (
        <>
          {contactText({ ...contact, phone: null })}
          {contact.phone === null ? null : (
            <>
              {', '}
              <a className="phone-link" href={phoneLink(contact.phone)}>
                {phoneText(contact.phone)}
              </a>
            </>
          )}
        </>
      ),
    }))
}
