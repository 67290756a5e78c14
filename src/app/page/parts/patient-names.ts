import type { PatientId } from '#domain/base/ids.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { trust } from '#text/nb/screens/trust.ts'
import { isWithheld, type Reading } from '#app/bridge/reading.ts'

/**
 * Answers the name of a patient that a note is about. While a list is kept back, nobody is said to be missing
 * from the device: the patient may be in that list.
 */
export function patientNames(
  patients: Reading<Patient[]> | undefined,
  unknown: string,
): (id: PatientId) => string {
  const known = patients?.kind === 'open' ? patients.value : []
  const names = new Map(known.map(({ id, name }) => [id, lookupName(name)]))
  const nobody = isWithheld(patients) ? trust.nameWithheld : unknown
  return (id) => names.get(id) ?? nobody
}
