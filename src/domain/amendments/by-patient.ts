import type { PatientId } from '../base/ids.ts'
import { grouped } from '../base/grouped.ts'
import type { ShownAmendment } from './beside-amendment.ts'
import { type Away, awayOf } from './standing-amendments.ts'

/** What lies on top of each patient; nothing for one of whom nobody has signed anything. */
export type AmendmentsByPatient = (id: PatientId) => readonly ShownAmendment[]

export const noAmendments: AmendmentsByPatient = () => []

export function amendmentsByPatient(shown: readonly ShownAmendment[]): AmendmentsByPatient {
  const byPatient = grouped(shown, ({ amendment }) => amendment.patientId)
  return (id) => byPatient.get(id) ?? nothing
}

const nothing: readonly ShownAmendment[] = []

/** Where she is instead of at home; null for one who is at home, as far as anybody has said. */
export function shownAway(shown: readonly ShownAmendment[]): Away | null {
  const begun = shown.filter(({ hasBegun }) => hasBegun).map(({ amendment }) => amendment)
  return awayOf(begun)
}
