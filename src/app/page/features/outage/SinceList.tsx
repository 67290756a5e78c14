import type { Patient } from '#domain/patient/patient.ts'
import { amendmentsTitle } from '#text/nb/words/amendments/amendment.ts'
import { usePatientLines } from '../../amendment-parts/use-patient-lines.tsx'

/** What was signed about a patient since the list, before anything that the list says of her; whole, because in an outage reaching her comes first. */
export function SinceList({ patient }: { patient: Patient }) {
  const lines = usePatientLines(patient, { isDisclosed: true, counts: 'medicines' })
  return lines.length === 0 ? null : <section aria-label={amendmentsTitle}>{lines}</section>
}
