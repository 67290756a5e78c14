import type { AddressShown } from '#domain/patient/address-shown.ts'
import type { Address } from '#domain/patient/patient.ts'
import { noBreak } from './phone.ts'

/** «Furuveien 12, 2. etasje»: enough within a zone. */
export function shortAddress({ street, detail }: Address): string {
  return [street, detail?.replaceAll(' ', noBreak)].filter(Boolean).join(', ')
}

/** «Furuveien 12, 2. etasje, 3210 Sandefjord» */
export function fullAddress(address: Address): string {
  const place = [address.postalCode, address.city].filter(Boolean).join(noBreak)
  return [shortAddress(address), place].filter(Boolean).join(', ')
}

/** Words an address, or that it is hidden or missing, on every list, search hit and page. */
export function addressText(shown: AddressShown): string {
  switch (shown.kind) {
    case 'address':
      return shortAddress(shown.address)
    case 'protectedAddress':
      return 'Skjult adresse'
    case 'noAddress':
      return 'Adresse ikke registrert'
  }
}
