import { ContactId } from '#domain/contacts/contact.ts'
import { outage as words } from '#text/nb/screens/incident/outage.ts'
import { CallLinks } from '../../../parts/CallLinks.tsx'
import { useContacts } from '../../../services/use-contacts.ts'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'

/** Whom every card lets one call first. */
const first = ['leader', 'hdu'].map((id) => ContactId.parse(id))

/** Nobody knows yet what is down: these are called. */
export function WhomToCall() {
  const contacts = useContacts()
  return (
    <>
      <GroupHeading text={words.whomToCall} />
      <CallLinks calls={first} contacts={contacts} />
    </>
  )
}
