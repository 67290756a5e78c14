import type { PatientId } from '#domain/base/ids.ts'
import { amendmentsTitle } from '#text/nb/words/amendments/amendment.ts'
import { useAmendmentLines } from '../../amendment-parts/use-amendment-lines.tsx'

/** What was signed about a patient since the list, before anything that the list says of her. */
export function SinceList({ patientId }: { patientId: PatientId }) {
  const lines = useAmendmentLines(patientId)
  return lines.length === 0 ? null : <section aria-label={amendmentsTitle}>{lines}</section>
}
