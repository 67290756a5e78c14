import type { PersonName } from '#domain/patient/patient.ts'

export const bornUnknownText = 'Fødselsdato ikke registrert'

/** «Somby, Máret»: for lists in which people are looked up. */
export function lookupName({ family, given }: PersonName): string {
  return given === '' ? family : `${family}, ${given}`
}
