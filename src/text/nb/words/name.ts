import type { PersonName } from '#domain/patient/patient.ts'

/** As «Somby, Máret»: where one looks people up. */
export function lookupName({ family, given }: PersonName): string {
  return given === '' ? family : `${family}, ${given}`
}

/** As «Máret Somby»: where they are spoken of. */
export function spokenName({ family, given }: PersonName): string {
  return `${given} ${family}`.trim()
}
