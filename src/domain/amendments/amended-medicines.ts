import type { Medication } from '../patient/medication.ts'
import type { ShownAmendment } from './beside-amendment.ts'
import { findMedicine } from './same-medicine.ts'

/** A line of the medication sheet with what was signed about it since; `medication` is null for what the sheet does not have. */
export type AmendedMedicine = {
  medication: Medication | null
  amendments: readonly ShownAmendment[]
}

/**
 * The lines of a sheet, each as the list has it, with what was signed since. A medicine that the sheet does not have, or of
 * which nobody can tell which line it means, has a line of its own.
 */
export function amendedMedicines(
  medications: readonly Medication[],
  shown: readonly ShownAmendment[],
): AmendedMedicine[] {
  const about = medicineAmendments(shown)
  const lineOf = ({ amendment: { body } }: ShownAmendment) =>
    body.kind === 'dose' || body.kind === 'stopped'
      ? findMedicine(body.medicine, medications)
      : null
  const own = about.filter((one) => lineOf(one) === null)
  return [
    ...own.map((one) => ({ medication: null, amendments: [one] })),
    ...medications.map((medication) => ({
      medication,
      amendments: about.filter((one) => lineOf(one) === medication),
    })),
  ]
}

/** Those that a medication sheet shows. */
export function medicineAmendments(shown: readonly ShownAmendment[]): ShownAmendment[] {
  return shown.filter(({ amendment: { body } }) => body.kind === 'dose' || body.kind === 'stopped')
}
