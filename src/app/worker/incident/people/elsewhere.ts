import type { Elsewhere } from '#app/bridge/incident-queries.ts'
import type { PatientId, ZoneId } from '#domain/base/ids.ts'
import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import { zoneContact } from '#domain/contacts/zone-contact.ts'
import { compareFacts } from '#domain/facts/fact-order.ts'
import { patientOfFact } from '#domain/people/patient-of-fact.ts'
import type { PersonFact } from '#domain/people/person-fact.ts'
import type { ZoneDirectory } from '#domain/contacts/zone-directory.ts'

/** What the municipality's zones are called, and whom it calls. */
export type WhomToAsk = ZoneDirectory & { contacts: readonly MunicipalityContact[] }

/** Whom to ask about a patient of a zone who is not on this phone. */
export function elsewhereOf(zone: ZoneId | null, { zones, contacts }: WhomToAsk): Elsewhere {
  const contact = zoneContact(zone, contacts)
  const known = zones.find(({ id }) => id === zone)
  return {
    zone: zone === null ? null : { id: zone, name: known === undefined ? zone : known.name },
    phone: contact?.numbers[0]?.number ?? null,
    role: contact?.role ?? null,
  }
}

/** Where the newest of what anybody has said of a patient was said; null for nothing. */
export function zoneSaidOf(patientId: PatientId, facts: readonly PersonFact[]): ZoneId | null {
  const about = facts.filter(({ body }) => patientOfFact(body) === patientId)
  return about.toSorted(compareFacts).at(-1)?.zone ?? null
}
