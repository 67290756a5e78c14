import { ContactId } from '#domain/contacts/contact.ts'
import { outage as words } from '#text/nb/screens/outage.ts'
import { ContactCalls } from '../../parts/ContactCalls.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'

/** Whom every card lets one call first. */
const first = ['leader', 'hdu'].map((id) => ContactId.parse(id))

/** Nobody knows yet what is down: these are called. */
export function WhomToCall() {
  return (
    <>
      <GroupHeading text={words.whomToCall} />
      <ContactCalls ids={first} />
    </>
  )
}
