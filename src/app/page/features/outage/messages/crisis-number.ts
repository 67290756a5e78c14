import type { MunicipalityContact } from '#domain/contacts/contact.ts'

/** The contact under which a municipality keeps the number that patients and next of kin call. */
const crisisNumberId = 'crisis-number'

/** Null while nobody has written one in. */
export function crisisNumberOf(contacts: readonly MunicipalityContact[]): string | null {
  const contact = contacts.find(({ id }) => id === crisisNumberId)
  return contact?.numbers[0]?.number ?? null
}
