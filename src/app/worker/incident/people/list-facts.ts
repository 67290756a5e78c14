import type { PatientListKind } from '#domain/lists/patient-list.ts'
import { powerOrder } from '#domain/lists/power-order.ts'
import { type RowFact, rowFacts } from '#domain/lists/row-facts.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { PatientGround } from '../model/known-patients.ts'

/** Answers what a list says of a patient. On the list of power, of the device that needs help first. */
export function listFacts({
  kinds,
  collator,
}: Pick<PatientGround, 'kinds' | 'collator'>): (
  kind: PatientListKind,
  patient: Patient,
) => readonly RowFact[] {
  const factsByKind = new Map<PatientListKind, ReturnType<typeof rowFacts>>()
  return (kind, patient) => {
    const factsOf = factsByKind.get(kind) ?? rowFacts(kind, kinds)
    factsByKind.set(kind, factsOf)
    const power = kind === 'lifeEssentialPower' ? firstNeed(patient, { kinds, collator }) : null
    return factsOf({ patient, nextAt: null, power })
  }
}

function firstNeed(patient: Patient, by: Pick<PatientGround, 'kinds' | 'collator'>) {
  const { known, unknown } = powerOrder([patient], by)
  return [...known, ...unknown][0] ?? null
}
