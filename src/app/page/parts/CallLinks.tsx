import { PhoneIcon } from '@navikt/aksel-icons'
import type { ContactId, MunicipalityContact } from '#domain/contacts/contact.ts'
import { contactsToCall } from '#domain/contacts/contact-list.ts'
import { contactWords } from '#text/nb/words/cards/municipality-contact.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import type { Instant } from '#domain/time/instant.ts'
import { useNow } from '../services/use-now.ts'
import { stateWords } from './contact-state-words.ts'
import './call-links.css'

type CallLinksProps = {
  calls: readonly ContactId[]
  /** Null while they are being read, or where this device has none. */
  contacts: readonly MunicipalityContact[] | null
}

/** The numbers to ring, each as one press. A number that is missing is said, never left out. */
export function CallLinks({ calls, contacts }: CallLinksProps) {
  const now = useNow()
  if (calls.length === 0 || contacts === null) return null
  return (
    <ul className="call-links">
      {contactsToCall(calls, contacts).map((contact, place) => (
        <Calls key={contact?.id ?? place} contact={contact} now={now} />
      ))}
    </ul>
  )
}

/** The number with what there is to say of it, and when somebody last made sure of it. */
function Calls({ contact, now }: { contact: MunicipalityContact | null; now: Instant }) {
  if (contact === null) return <li className="call-links__missing">{contactWords.unknown}</li>
  const { role, numbers } = contact
  const checked = stateWords(contact, now)
  if (numbers.length === 0) {
    return <li className="call-links__missing">{contactWords.numberMissing(role)}</li>
  }
  return numbers.map(({ number, note }) => (
    <li key={number}>
      <a className="call-link" href={phoneLink(number)}>
        <PhoneIcon aria-hidden />
        <span>
          {contactWords.call(role, phoneText(number))}{' '}
          <small>{[note, checked.toLowerCase()].filter((part) => part !== null).join(' · ')}</small>
        </span>
      </a>
    </li>
  ))
}
