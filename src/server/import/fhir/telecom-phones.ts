import { findPhones } from '../cells/phones.ts'
import type { Telecom } from './fhir-resource.ts'

/** The phone numbers of a person, in their order. */
export function telecomPhones(telecoms: readonly Telecom[] | undefined): string[] {
  return (telecoms ?? []).filter(isPhone).flatMap(({ value }) => findPhones(value ?? ''))
}

function isPhone({ system }: Telecom): boolean {
  return system === 'phone' || system === 'sms' || system === undefined
}
