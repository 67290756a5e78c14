import type { PatientListKind } from '#domain/lists/patient-list.ts'
import { powerOrder } from '#domain/lists/power-order.ts'
import { type RowFact, withFacts } from '#domain/lists/row-facts.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { PatientGround } from '../model/known-patients.ts'

/** What a list says of one patient. On the list of power, of the device that needs help first. */
export function listFacts(
  kind: PatientListKind,
  patient: Patient,
  { kinds, collator }: Pick<PatientGround, 'kinds' | 'collator'>,
): readonly RowFact[] {
  const power = kind === 'lifeEssentialPower' ? firstNeed(patient, { kinds, collator }) : null
  const [row] = withFacts(kind, [{ patient, nextAt: null, power }], kinds)
  return row?.facts ?? []
}

function firstNeed(patient: Patient, by: Pick<PatientGround, 'kinds' | 'collator'>) {
  const { known, unknown } = powerOrder([patient], by)
  return [...known, ...unknown][0] ?? null
}
