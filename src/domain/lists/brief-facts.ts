import type { PatientListKind } from './patient-list.ts'
import type { RowFact } from './row-facts.ts'

const setting = ['deviceDescription'] as const
const contacts = ['canLookIn', 'nextOfKin', 'noContact'] as const
const needs = ['critical', 'mobility'] as const

/**
 * What a list says on paper and in the binder, and a phone's row leaves to the patient's card: three rows
 * must stand on a phone, and the card is one tap away. Who can look in stays where that is the answer.
 */
const leftToCard: Record<PatientListKind, readonly RowFact['kind'][]> = {
  lifeEssentialPower: [...setting, ...contacts],
  safetyAlarm: needs,
  medicineDispenser: [...setting, ...contacts, 'device', 'reserve'],
  digitalSupervision: [...needs, ...contacts],
  localisation: needs,
  access: [],
  priority: contacts,
  all: [],
}

/** The facts of a row that are enough to see whom to call, and why. */
export function briefFacts(kind: PatientListKind, facts: readonly RowFact[]): RowFact[] {
  return facts.filter((fact) => !leftToCard[kind].includes(fact.kind))
}
