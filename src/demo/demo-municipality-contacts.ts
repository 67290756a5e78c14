import { defaultContacts } from '#content/contacts/default-contacts.ts'
import { ContactId, type MunicipalityContact } from '#domain/contacts/contact.ts'
import { demoZones } from './demo-employees.ts'
import { type Instant, localClock, plusMinutes } from '#domain/time/instant.ts'

const day = 24 * 60
/** Nobody has found out these two, so that the demo shows what a missing number looks like. */
const missing = new Set(['caretaker', 'taxi'])

/**
 * The municipality's contacts with invented numbers of the demo's own series, 900 00 100 to 900 00 199. The public numbers
 * stay what they are. Some were made sure of long ago, and some never.
 */
export function demoMunicipalityContacts(asOf: Instant): MunicipalityContact[] {
  return [...defaultContacts.map(ofMunicipality), ...zoneLeads(asOf)]

  function ofMunicipality(contact: MunicipalityContact, place: number): MunicipalityContact {
    if (missing.has(contact.id)) return contact
    const lastCheckedOn = place % 7 === 5 ? null : checkedOn(asOf, place)
    if (contact.numbers.length > 0) return { ...contact, lastCheckedOn }
    return {
      ...contact,
      name: [contact.name, 'oppdiktet nummer'].filter((part) => part !== null).join(', '),
      numbers: [{ number: `900 00 ${String(100 + place)}`, note: null }],
      lastCheckedOn,
    }
  }
}

/** Each zone has a telephone that whoever leads its shift carries. */
function zoneLeads(asOf: Instant): MunicipalityContact[] {
  return demoZones.map(({ id, name }, place) => ({
    id: ContactId.parse(`shift-lead-${id}`),
    group: 'own',
    role: 'Ansvarsvakt',
    name: `${name}, oppdiktet nummer`,
    numbers: [{ number: `900 00 1${80 + place}`, note: null }],
    reserve: null,
    lastCheckedOn: checkedOn(asOf, 1),
    zone: id,
  }))
}

function checkedOn(asOf: Instant, place: number): MunicipalityContact['lastCheckedOn'] {
  return localClock(plusMinutes(asOf, -place * 12 * day)).on
}
