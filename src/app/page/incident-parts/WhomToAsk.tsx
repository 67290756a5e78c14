import { peopleInOutage as words } from '#text/nb/screens/people/people-in-outage.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import type { Elsewhere } from '#app/bridge/incident-queries.ts'

/** «HDU-vakt, tlf. 33 00 00 00»; nothing where the phone knows nobody to ask. */
export function WhomToAsk({
  elsewhere: { phone, role },
}: {
  elsewhere: Pick<Elsewhere, 'phone' | 'role'>
}) {
  if (phone === null) return null
  return (
    <a className="phone-link" href={phoneLink(phone)}>
      {[role, words.phone(phoneText(phone))].filter((part) => part !== null).join(', ')}
    </a>
  )
}

export function elsewhereText(elsewhere: Elsewhere | null): string {
  return words.notHere(elsewhere?.zone?.name)
}
