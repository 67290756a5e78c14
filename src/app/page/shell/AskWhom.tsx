import { PhoneIcon } from '@navikt/aksel-icons'
import { Link } from 'react-router'
import { whomToAsk } from '#domain/contacts/whom-to-ask.ts'
import { shell } from '#text/nb/screens/shell.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import { paths } from '../paths/paths.ts'
import { useContacts } from '../services/use-contacts.ts'
import { useUnlocked } from '../services/unlocked.ts'
import './shell.css'

/** On every screen, one press to whom she asks: who leads her shift. Where nobody has a number it leads to all the numbers. */
export function AskWhom() {
  const { profile } = useUnlocked()
  const contacts = useContacts()
  const zones = profile.zones.map(({ id }) => id)
  const found = whomToAsk(contacts ?? [], { role: profile.role, zones })
  if (found === null) {
    return (
      <Link className="ask-whom" to={paths.contacts.to()} aria-label={shell.numbers}>
        <PhoneIcon aria-hidden />
      </Link>
    )
  }
  const { contact, number } = found
  return (
    <a
      className="ask-whom"
      href={phoneLink(number)}
      aria-label={shell.callWhom(contact.role, phoneText(number))}
    >
      <PhoneIcon aria-hidden />
      <span className="ask-whom__role">{contact.role}</span>
    </a>
  )
}
