import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import { contactState } from '#domain/contacts/contact-list.ts'
import { type Instant, localClock } from '#domain/time/instant.ts'
import { contacts as words } from '#text/nb/screens/contacts.ts'
import { dateWords } from '#text/nb/words/time.ts'

/** «Kontrollert 12.3.», «Ikke kontrollert» or «Nummer mangler». */
export function stateWords(contact: MunicipalityContact, now: Instant): string {
  const { on: today } = localClock(now)
  const state = contactState(contact, today)
  if (contact.lastCheckedOn === null || state === 'missing' || state === 'unchecked') {
    return words.states[state === 'missing' ? 'missing' : 'unchecked']
  }
  return words.states[state](dateWords(contact.lastCheckedOn, today))
}
