import type { ReactNode } from 'react'
import type { ShownAmendment } from '#domain/amendments/beside-amendment.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { temporaryText } from '#text/nb/words/temporary-patient.ts'
import { medicineCountText, disclosedAmendment } from '#text/nb/words/amendments/amendment.ts'
import { useAmendmentsOf } from '../services/amendments.ts'
import { AmendmentLine } from './AmendmentLines.tsx'

/**
 * The first lines of a patient's row: that no list has her, and each thing that was signed since the list; none for most. Where
 * reaching her comes first, what is given is only counted.
 */
export function usePatientLines(
  patient: Pick<Patient, 'id' | 'temporary'>,
  {
    isDisclosed = false,
    counts = 'nothing',
  }: { isDisclosed?: boolean; counts?: 'medicines' | 'nothing' } = {},
): ReactNode[] {
  const temporary = temporaryText(patient)
  const about = useAmendmentsOf(patient.id)
  const medicines = counts === 'medicines' ? about.filter(isOfMedicine) : []
  const lines: ReactNode[] = about
    .filter((shown) => !medicines.includes(shown))
    .map((shown) => (
      <AmendmentLine
        key={shown.amendment.entryId}
        shown={isDisclosed ? disclosedAmendment(shown) : shown}
      />
    ))
  if (medicines.length > 0) {
    lines.push(
      <strong key="medicines" className="amendment-line">
        {medicineCountText(medicines.length)}
      </strong>,
    )
  }
  return temporary === null
    ? lines
    : [
        <strong key="temporary" className="amendment-line">
          {temporary}
        </strong>,
        ...lines,
      ]
}

function isOfMedicine({ amendment: { body } }: ShownAmendment): boolean {
  return body.kind === 'dose' || body.kind === 'stopped'
}
