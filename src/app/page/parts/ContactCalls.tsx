import { PhoneIcon } from '@navikt/aksel-icons'
import type { ContactId, MunicipalityContact } from '#domain/contacts/contact.ts'
import { localClock } from '#domain/time/instant.ts'
import { contacts as words } from '#text/nb/screens/contacts.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import { dateWords } from '#text/nb/words/time.ts'
import { useNow } from '../services/use-now.ts'
import { useOpened } from '../services/use-opened.ts'
import '../ui/contact-calls.css'

/** Whom to call, in order, with a press for each number. One that nobody has filled in says so, and is not left out. */
export function ContactCalls({ ids }: { ids: readonly ContactId[] }) {
  const reading = useOpened((core) => core.reader.listContacts())
  const known = reading?.kind === 'open' ? reading.value : []
  const contacts = ids.flatMap((id) => known.filter((contact) => contact.id === id))
  if (contacts.length === 0) return null
  return (
    <ul className="contact-calls" aria-label={words.whomToCall}>
      {contacts.map((contact) => (
        <ContactNumbers key={contact.id} contact={contact} />
      ))}
    </ul>
  )
}

function ContactNumbers({ contact }: { contact: MunicipalityContact }) {
  const { on } = localClock(useNow())
  const { role, name, numbers, reserve, lastCheckedOn } = contact
  const about = [
    name,
    numbers.length === 0 ? words.numberMissing : checkedText(),
    reserve === null ? null : words.reserve(reserve),
  ].filter((part) => part !== null)
  return (
    <li>
      {numbers.length === 0 ? <span className="contact-calls__role">{role}</span> : null}
      {numbers.map(({ number, note }) => (
        <a key={number} className="contact-calls__call" href={phoneLink(number)}>
          <PhoneIcon aria-hidden />
          {[role, note, phoneText(number)].filter((part) => part !== null).join(' ')}
        </a>
      ))}
      <span className="contact-calls__about">{about.join(' · ')}</span>
    </li>
  )

  function checkedText(): string {
    return lastCheckedOn === null
      ? words.neverChecked
      : words.lastChecked(dateWords(lastCheckedOn, on))
  }
}
