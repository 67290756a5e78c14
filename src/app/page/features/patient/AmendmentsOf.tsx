import type { Amendment } from '#domain/amendments/amendment.ts'
import type { PatientId } from '#domain/base/ids.ts'
import { amendmentText, disclosedAmendment } from '#text/nb/words/amendments/amendment.ts'
import { useAmendmentsOf } from '../../services/amendments.ts'
import '../../amendment-parts/amendments.css'

type AmendmentsOfProps = {
  patientId: PatientId
  kind: Amendment['body']['kind']
  /** What tells where a protected patient lives has been opened with a reason. */
  isDisclosed?: boolean
}

/** What was signed about one part of the card, where the list's own value stands. */
export function AmendmentsOf({ patientId, kind, isDisclosed = false }: AmendmentsOfProps) {
  return useAmendmentsOf(patientId)
    .filter(({ amendment }) => amendment.body.kind === kind)
    .map((shown) => (
      <strong key={shown.amendment.entryId} className="amendment-line">
        {amendmentText(isDisclosed ? disclosedAmendment(shown) : shown)}
      </strong>
    ))
}
