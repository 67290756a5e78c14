import type { Address, Patient } from '#domain/patient/patient.ts'
import { noBreak } from '#text/nb/words/phone.ts'
import { lists } from '#text/nb/screens/lists.ts'

/** «Furuveien 12, 2. etasje»; the town stands on the card alone. */
export function shortAddress({ street, detail }: Address): string {
  return [street, detail?.replaceAll(' ', noBreak)].filter(Boolean).join(', ')
}

/** «Furuveien 12, 2. etasje, 3210 Sandefjord» */
export function fullAddress(address: Address): string {
  const place = [address.postalCode, address.city].filter(Boolean).join(noBreak)
  return [shortAddress(address), place].filter(Boolean).join(', ')
}

/** What a row says of where: a protected address is said to be so, never left out in silence. */
export function addressFact({ addressProtection, address }: Patient): string | null {
  if (addressProtection !== 'none') return lists.protectedAddress
  return address === null ? null : shortAddress(address)
}

/** Opens the phone's map where there is one. */
export function mapUrl(address: Address): string {
  const place = [address.street, address.postalCode, address.city].filter(Boolean).join(' ')
  return `geo:0,0?q=${encodeURIComponent(place)}`
}
