import type { Instant } from '../time/instant.ts'
import type { Medication } from '../patient/medication.ts'
import type { PatientDetails } from '../patient/patient-details.ts'
import type { Address, Contact, Patient } from '../patient/patient.ts'
import { foldText } from '../base/folded-text.ts'
import type { Amendment } from './amendment.ts'
import { findMedicine } from './same-medicine.ts'

/** What the list says of the same thing; null when it says nothing of it. */
export type Listed =
  | { kind: 'medicine'; medication: Medication | null }
  | { kind: 'address'; address: Address | null }
  | { kind: 'contact'; contact: Contact | null }

/** An amendment with what it lies on top of: both are shown. */
export type ShownAmendment = {
  amendment: Amendment
  listed: Listed | null
  /** Whether it has begun at the moment it is shown. */
  hasBegun: boolean
  /** Her address is protected: what would tell where she lives is not said before a reason is given. */
  isProtected: boolean
}

/** `details` is null where the phone has none: then nothing is said of what the sheet says. */
export function besideList(
  amendment: Amendment,
  { patient, details }: { patient: Patient; details: PatientDetails | null },
  now: Instant,
): ShownAmendment {
  return {
    amendment,
    listed: listedOf(amendment, patient, details),
    hasBegun: amendment.from <= now,
    isProtected: patient.addressProtection !== 'none',
  }
}

function listedOf(
  { body }: Amendment,
  patient: Patient,
  details: PatientDetails | null,
): Listed | null {
  switch (body.kind) {
    case 'dose':
    case 'stopped':
      return details === null
        ? null
        : { kind: 'medicine', medication: findMedicine(body.medicine, details.medications) }
    case 'moved':
      // Of a protected address the lists hold nothing.
      return patient.addressProtection === 'none'
        ? { kind: 'address', address: patient.address }
        : null
    case 'nextOfKin':
      return {
        kind: 'contact',
        contact:
          patient.nextOfKin.find(({ name }) => foldText(name) === foldText(body.name)) ?? null,
      }
    case 'key':
    case 'hospitalised':
    case 'home':
    case 'died':
    case 'other':
    case 'withdrawn':
      return null
  }
}
