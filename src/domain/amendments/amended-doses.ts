import { lineName } from '../medicines/signing-rows.ts'
import type { Medication } from '../patient/medication.ts'
import { amendedMedicines } from './amended-medicines.ts'
import type { ShownAmendment } from './beside-amendment.ts'
import { medicineName } from './same-medicine.ts'

/** What was signed since the list, where a day's doses are signed for. */
export type AmendedDoses = {
  /** By the line of the sheet that a dose belongs to (`DosePlace.line`). */
  byLine: ReadonlyMap<string, readonly ShownAmendment[]>
  /** What belongs to none of the day's doses: a new medicine, a stay in hospital. It stands before them. */
  beside: readonly ShownAmendment[]
}

/** Spreads a patient's changes over the lines that have a dose on the day. Each is shown once at the least. */
export function amendedDoses(
  medications: readonly Medication[],
  shown: readonly ShownAmendment[],
  linesOfDay: readonly string[],
): AmendedDoses {
  const byLine = new Map(
    amendedMedicines(medications, shown).flatMap(({ medication, amendments }) => {
      if (medication === null || amendments.length === 0) return []
      const line = lineName(medicineName(medication))
      return linesOfDay.includes(line) ? [[line, amendments] as const] : []
    }),
  )
  const placed = new Set([...byLine.values()].flat())
  return { byLine, beside: shown.filter((one) => !placed.has(one)) }
}

/** Whether it says that what it is about is no longer given. */
export function saysStopped({ amendment, hasBegun }: ShownAmendment): boolean {
  return hasBegun && amendment.body.kind === 'stopped'
}

/** Whether it says that another dose is given than the list has. */
export function changesDose({ amendment, hasBegun }: ShownAmendment): boolean {
  return hasBegun && amendment.body.kind === 'dose'
}
