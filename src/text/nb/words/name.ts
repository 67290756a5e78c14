import type { PersonName } from '#domain/patient/patient.ts'

/** As «Somby, Máret»: where one looks people up. */
export function lookupName({ family, given }: PersonName): string {
  return given === '' ? family : `${family}, ${given}`
}
