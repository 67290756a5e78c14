import { addressShown } from '#domain/patient/address-shown.ts'
import type { Address, Patient } from '#domain/patient/patient.ts'
import { addressText } from '#text/nb/words/address.ts'

/** What a row says about the address; null when nothing is recorded. */
export function addressFact(patient: Patient): string | null {
  const shown = addressShown(patient)
  return shown.kind === 'noAddress' ? null : addressText(shown)
}

/** Opens the phone's map where there is one. */
export function mapUrl(address: Address): string {
  const place = [address.street, address.postalCode, address.city].filter(Boolean).join(' ')
  return `geo:0,0?q=${encodeURIComponent(place)}`
}
