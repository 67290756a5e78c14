import type { ReactNode } from 'react'
import type { PatientId } from '#domain/base/ids.ts'
import { amendmentText } from '#text/nb/words/amendments/amendment.ts'
import { useAmendmentsOf } from '../services/amendments.ts'
import './amendments.css'

/** A line of a row for each thing that was signed about a patient since the list; none for most. */
export function useAmendmentLines(id: PatientId): ReactNode[] {
  return useAmendmentsOf(id).map((shown) => (
    <strong key={shown.amendment.entryId} className="amendment-line">
      {amendmentText(shown)}
    </strong>
  ))
}
