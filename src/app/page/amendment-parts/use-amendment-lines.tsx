import type { ReactNode } from 'react'
import type { PatientId } from '#domain/base/ids.ts'
import { useAmendmentsOf } from '../services/amendments.ts'
import { AmendmentLine } from './AmendmentLines.tsx'

/** A line of a row for each thing that was signed about a patient since the list; none for most. */
export function useAmendmentLines(id: PatientId): ReactNode[] {
  return useAmendmentsOf(id).map((shown) => (
    <AmendmentLine key={shown.amendment.entryId} shown={shown} />
  ))
}
