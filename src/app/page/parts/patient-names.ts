import type { PatientId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { formerPatientName } from '#text/nb/words/notes/former-patient.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { trust } from '#text/nb/screens/trust.ts'
import type { NamedPatient } from '#app/bridge/device-queries.ts'
import { isWithheld, type Reading } from '#app/bridge/reading.ts'

/**
 * Answers the name of a patient that a note is about; of one who has left the list also what finds her in the patient
 * record. While a list is kept back, nobody is said to be missing from the device: the patient may be in that list.
 */
export function patientNames(
  patients: Reading<NamedPatient[]> | undefined,
  { unknown, now }: { unknown: string; now: Instant },
): (id: PatientId) => string {
  const known = patients?.kind === 'open' ? patients.value : []
  const names = new Map(
    known.map(({ id, name, former }) => [
      id,
      former === null ? lookupName(name) : formerPatientName(former, now),
    ]),
  )
  const nobody = isWithheld(patients) ? trust.nameWithheld : unknown
  return (id) => names.get(id) ?? nobody
}
