import type { PatientId } from '../base/ids.ts'
import type { ShownContact } from './contact-list.ts'

/**
 * Whom to ring, in the order of «Ikke fått kontakt»: first those whom nobody has tried, then those who did not answer.
 * Whoever needs a visit is on the visit list instead.
 */
export function patientsToCall(
  rows: readonly { patient: { id: PatientId }; state: ShownContact }[],
): PatientId[] {
  const of = (state: ShownContact) =>
    rows.filter((row) => row.state === state).map(({ patient }) => patient.id)
  return [...of('notContacted'), ...of('noAnswer')]
}
