import { addressShown } from '#domain/patient/address-shown.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { accessText } from '#text/nb/words/access.ts'
import { addressText } from '#text/nb/words/address.ts'
import type { VisitRow } from '#app/bridge/incident-queries.ts'
import { factsLine } from '../../../parts/facts-line.ts'
import { visitFacts } from '../../../parts/visit-words.ts'

/** Street, number and floor; how to get in; and what the work list has planned. */
export function visitRowFacts({ planned }: VisitRow, patient: Patient): string[] {
  const access =
    patient.addressProtection === 'none' ? patient.access.map((way) => accessText(way)) : []
  return [
    factsLine(addressText(addressShown(patient)), ...access),
    ...(planned === null ? [] : visitFacts(planned)),
  ].filter((line) => line !== '')
}
