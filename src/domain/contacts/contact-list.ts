import type { LocalDate } from '../time/instant.ts'
import { dayNumber } from '../time/local-day.ts'
import { ContactGroup, type ContactId, type MunicipalityContact } from './contact.ts'

/** Numbers are made sure of once a year. */
export const contactShelfLifeDays = 365

/** `missing`: there is no number to make sure of. */
export type ContactState = 'missing' | 'unchecked' | 'stale' | 'checked'

export function contactState(
  { numbers, lastCheckedOn }: MunicipalityContact,
  today: LocalDate,
): ContactState {
  if (numbers.length === 0) return 'missing'
  if (lastCheckedOn === null) return 'unchecked'
  const days = dayNumber(today) - dayNumber(lastCheckedOn)
  return days > contactShelfLifeDays ? 'stale' : 'checked'
}

/** Returns the groups that somebody is in, each by role; screen and paper have the same order. */
export function groupedContacts(
  contacts: readonly MunicipalityContact[],
  collator: Intl.Collator,
): { group: ContactGroup; contacts: MunicipalityContact[] }[] {
  return ContactGroup.options
    .map((group) => ({
      group,
      contacts: contacts
        .filter((contact) => contact.group === group)
        .toSorted((a, b) => collator.compare(a.role, b.role) || (a.id < b.id ? -1 : 1)),
    }))
    .filter((part) => part.contacts.length > 0)
}

/** Returns those that are called, in that order; one that this device does not have is null. */
export function contactsToCall(
  calls: readonly ContactId[],
  contacts: readonly MunicipalityContact[],
): (MunicipalityContact | null)[] {
  return calls.map((id) => contacts.find((contact) => contact.id === id) ?? null)
}
