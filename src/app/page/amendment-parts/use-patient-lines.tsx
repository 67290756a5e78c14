import type { ReactNode } from 'react'
import type { Patient } from '#domain/patient/patient.ts'
import { temporaryText } from '#text/nb/words/temporary-patient.ts'
import { toldAmendment } from '#text/nb/words/amendments/amendment.ts'
import { useAmendmentsOf } from '../services/amendments.ts'
import { AmendmentLine } from './AmendmentLines.tsx'

/** The first lines of a patient's row: that no list has her, and each thing that was signed since the list; none for most. */
export function usePatientLines(
  patient: Pick<Patient, 'id' | 'temporary'>,
  { isTold = false }: { isTold?: boolean } = {},
): ReactNode[] {
  const temporary = temporaryText(patient)
  const lines = useAmendmentsOf(patient.id).map((shown) => (
    <AmendmentLine key={shown.amendment.entryId} shown={isTold ? toldAmendment(shown) : shown} />
  ))
  return temporary === null
    ? lines
    : [
        <strong key="temporary" className="amendment-line">
          {temporary}
        </strong>,
        ...lines,
      ]
}
