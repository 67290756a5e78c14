import type { PatientDetails } from './patient-details.ts'
import type { Address, Patient } from './patient.ts'

/** What may be said openly of where somebody lives. */
export type AddressShown =
  | { kind: 'address'; address: Address }
  | { kind: 'protectedAddress' }
  | { kind: 'noAddress' }

/** A protected address is said to be so, never left out in silence, and never shown. */
export function addressShown({ addressProtection, address }: Patient): AddressShown {
  if (addressProtection !== 'none') return { kind: 'protectedAddress' }
  return address === null ? { kind: 'noAddress' } : { kind: 'address', address }
}

/** The number that lists show and call; that of a protected patient is protected with the address. */
export function phoneShown({ addressProtection, phone }: Patient): string | null {
  return addressProtection === 'none' ? phone : null
}

/**
 * A patient without what tells where she lives though her address is protected: the doctor's office, the telephones of
 * those around her, and where her key box hangs. Whom she has, and what they are called, stays.
 */
export function withoutTellingParts(patient: Patient): Patient {
  const { addressProtection, nextOfKin, generalPractitioner: doctor, access } = patient
  if (addressProtection === 'none') return patient
  return {
    ...patient,
    nextOfKin: nextOfKin.map((contact) => ({ ...contact, phone: null })),
    generalPractitioner: doctor && { ...doctor, office: null, phone: null },
    access: access.map((way) => ({ ...way, description: '' })),
  }
}

/** The details of a patient without what tells where she lives though her address is protected: her pharmacy. */
export function detailsWithoutTellingParts(
  { addressProtection }: Patient,
  details: PatientDetails,
): PatientDetails {
  return addressProtection === 'none' ? details : { ...details, pharmacy: null }
}
