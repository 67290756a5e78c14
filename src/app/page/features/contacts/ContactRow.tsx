import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import { contacts as words } from '#text/nb/screens/contacts.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { paths } from '../../paths/paths.ts'
import { useZoneNames } from '../../services/use-zone-names.ts'
import { useNow } from '../../services/use-now.ts'
import { PhoneButton } from '../../ui/PhoneButton.tsx'
import { Row } from '../../ui/Rows.tsx'
import { stateWords } from '../../parts/contact-state-words.ts'

type ContactRowProps = { contact: MunicipalityContact; mayKeep: boolean }

/** One contact: the number as it is read aloud, and a button for each. It leads a leader to where she changes it. */
export function ContactRow({ contact, mayKeep }: ContactRowProps) {
  const { id, role, name, numbers, reserve } = contact
  const state = stateWords(contact, useNow())
  const zones = useZoneNames()
  const zone = zones.find((one) => one.id === contact.zone)
  return (
    <Row
      {...(mayKeep ? { to: paths.contact.to({ contactId: id }) } : {})}
      name={role}
      facts={[
        ...numbers.map(({ number, note }) => (
          <span key={number}>
            <b className="contact__number">{phoneText(number)}</b>
            {note === null ? null : `, ${note}`}
          </span>
        )),
        name,
        zone === undefined ? null : words.answersFor(zoneText(zone.name)),
        reserve === null ? null : words.reserve(reserve),
        numbers.length === 0 ? null : state,
      ].filter((fact) => fact !== null)}
      {...(numbers.length === 0 ? { strong: state } : {})}
      aside={
        numbers.length === 0
          ? undefined
          : numbers.map(({ number }) => (
              <PhoneButton
                key={number}
                href={phoneLink(number)}
                label={words.call(role, phoneText(number))}
                number={phoneText(number)}
              />
            ))
      }
    />
  )
}
