import type { AddressProtection } from '#domain/patient/patient.ts'
import { findAddressProtection, parseProtection, strictest } from '../texts/address-protection.ts'
import { extensionTexts } from './extension-texts.ts'
import type { FhirPatient } from './fhir-resource.ts'

/** Any sign of protection counts, in whichever of the places that profiles and systems put it. */
export function readProtection(patient: FhirPatient): AddressProtection | null {
  const pattern =
    /addressprotection|address-protection|adressebeskyttelse|gradering|addressconfidential/i
  const texts = [
    ...extensionTexts(patient.extension, pattern),
    ...(patient.address ?? []).flatMap(({ extension }) => extensionTexts(extension, pattern)),
  ]
  const written = (patient.address ?? []).flatMap(({ line, text, city, district }) =>
    [...(line ?? []), text, city, district].flatMap(
      (part) => findAddressProtection(part ?? '') ?? [],
    ),
  )
  const levels = texts.map((text) => parseProtection(text, ''))
  const security = (patient.meta?.security ?? []).flatMap(
    ({ code }) => securityLevels[code ?? ''] ?? [],
  )
  const all = [...levels, ...written, ...security]
  return all.length === 0 ? null : strictest(all)
}

const securityLevels: Partial<Record<string, AddressProtection>> = {
  R: 'confidential',
  V: 'strictlyConfidential',
}
