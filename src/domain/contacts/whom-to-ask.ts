import type { ZoneId } from '../base/ids.ts'
import type { Role } from '../base/role.ts'
import { ContactId, type MunicipalityContact } from './contact.ts'

/** The contact of the whole municipality for whoever leads the shift; a zone may have one of its own that answers for it. */
export const shiftLeadContact = ContactId.parse('shift-lead')

const idOf = (id: string) => ContactId.parse(id)

/** Whom an employee asks when she does not know what to do: first who leads her shift, and whoever leads it asks further up. */
const asks = {
  nurse: [shiftLeadContact, idOf('leader')],
  shiftLead: [idOf('hdu'), idOf('leader')],
  sectionLeader: [idOf('hdu'), idOf('preparedness-team')],
  hdu: [idOf('preparedness-team'), idOf('leader')],
  administrator: [idOf('ikt'), idOf('leader')],
} satisfies Record<Role, readonly ContactId[]>

/** The first of them who has a number; null when nobody has. */
export function whomToAsk(
  contacts: readonly MunicipalityContact[],
  { role, zones }: { role: Role; zones: readonly ZoneId[] },
): { contact: MunicipalityContact; number: string } | null {
  const ofZones =
    role === 'nurse'
      ? contacts.filter((contact) => contact.zone !== undefined && zones.includes(contact.zone))
      : []
  const others = asks[role].flatMap((id) => contacts.find((contact) => contact.id === id) ?? [])
  for (const contact of [...ofZones, ...others]) {
    const [first] = contact.numbers
    if (first !== undefined) return { contact, number: first.number }
  }
  return null
}
