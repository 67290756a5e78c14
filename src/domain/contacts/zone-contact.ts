import type { ZoneId } from '../base/ids.ts'
import type { MunicipalityContact } from './contact.ts'

/** HDU has the patients of every zone at hand. */
const everyZone = 'hdu'

/** Whom to call about a zone's patients: the zone's own contact (`zone-nord-1`), or whoever answers for all. */
export function zoneContact(
  zone: ZoneId | null,
  contacts: readonly MunicipalityContact[],
): MunicipalityContact | null {
  const reached = contacts.filter(({ numbers }) => numbers.length > 0)
  const own = reached.find(({ id }) => zone !== null && id === `zone-${zone}`)
  return own ?? reached.find(({ id }) => id === everyZone) ?? null
}
