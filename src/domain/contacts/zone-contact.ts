import type { ZoneId } from '../base/ids.ts'
import type { MunicipalityContact } from './contact.ts'

/** HDU has the patients of every zone at hand. */
const everyZone = 'hdu'

/** Whom to call about a zone's patients: the zone's own contact, or whoever answers for all. */
export function zoneContact(
  zone: ZoneId | null,
  contacts: readonly MunicipalityContact[],
): MunicipalityContact | null {
  const own = zone === null ? null : ownContactOf(zone, contacts)
  return own ?? reached(contacts).find(({ id }) => id === everyZone) ?? null
}

/** The contact that answers for one zone: as a leader has said, or by its id (`zone-nord-1`). Null for none with a number. */
export function ownContactOf(
  zone: ZoneId,
  contacts: readonly MunicipalityContact[],
): MunicipalityContact | null {
  const all = reached(contacts)
  const said = all.filter((contact) => contact.zone === zone)
  const first = said.toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(0)
  return first ?? all.find(({ id }) => id === `zone-${zone}`) ?? null
}

function reached(contacts: readonly MunicipalityContact[]): MunicipalityContact[] {
  return contacts.filter(({ numbers }) => numbers.length > 0)
}
