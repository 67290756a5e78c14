import { defaultContacts } from '#content/contacts/default-contacts.ts'
import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import { type Instant, localClock, plusMinutes } from '#domain/time/instant.ts'

const day = 24 * 60
/** Nobody has found out these two, so that the demo shows what a missing number looks like. */
const missing = new Set(['caretaker', 'taxi'])

/**
 * The municipality's contacts with invented numbers of the demo's own series, 900 00 100 to 900 00 199. The public numbers
 * stay what they are. Some were made sure of long ago, and some never.
 */
export function demoMunicipalityContacts(asOf: Instant): MunicipalityContact[] {
  return defaultContacts.map((contact, place) => {
    if (missing.has(contact.id)) return contact
    const lastCheckedOn = place % 7 === 5 ? null : checkedOn(asOf, place)
    if (contact.numbers.length > 0) return { ...contact, lastCheckedOn }
    return {
      ...contact,
      name: [contact.name, 'oppdiktet nummer'].filter((part) => part !== null).join(', '),
      numbers: [{ number: `900 00 ${String(100 + place)}`, note: null }],
      lastCheckedOn,
    }
  })
}

function checkedOn(asOf: Instant, place: number): MunicipalityContact['lastCheckedOn'] {
  return localClock(plusMinutes(asOf, -place * 12 * day)).on
}
