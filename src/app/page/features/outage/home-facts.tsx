import { addressShown } from '#domain/patient/address-shown.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { holdsClass } from '#domain/streams/stream-access.ts'
import { personInIncident as words } from '#text/nb/screens/people/person-in-incident.ts'
import { accessText } from '#text/nb/words/access.ts'
import { addressText } from '#text/nb/words/address.ts'
import { contactText } from '#text/nb/words/contact.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import { codeOfAccess, DoorCode } from '../../parts/DoorCode.tsx'
import { useUnlocked } from '../../services/unlocked.ts'
import type { Fact } from '../../ui/Facts.tsx'

/** Where she lives, how to get in, and who can look in. A hidden address is opened on the card, with a reason. */
export function homeFacts(
  patient: Patient,
  { maxLookIn }: { maxLookIn: number | null } = { maxLookIn: null },
): Fact[] {
  return [
    { label: words.address, value: addressText(addressShown(patient)) },
    ...doorFacts(patient),
    ...lookInFacts(patient).slice(0, maxLookIn ?? patient.nextOfKin.length),
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

/** Nothing for who may not see codes: the card says whom to ask. */
function CodeOf({ patient, accessId }: { patient: Patient; accessId: string }) {
  const { profile } = useUnlocked()
  if (!holdsClass(profile.role, 'protected')) return null
  return (
    <DoorCode patient={patient} mayReveal findCode={(codes) => codeOfAccess(codes, accessId)} />
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
