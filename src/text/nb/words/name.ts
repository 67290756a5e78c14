import type { PersonName } from '#domain/patient/patient.ts'

export const bornUnknownText = 'Fødselsdato ikke registrert'

/** «Kari» of «Kari Lund», where a row has no room for more. */
export function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}

/** «Somby, Máret»: for lists in which people are looked up. */
export function lookupName({ family, given }: PersonName): string {
  return given === '' ? family : `${family}, ${given}`
}

/** «Sykepleier» becomes «sykepleier», but «HDU-vakt» stays. */
export function withinSentence(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? `${title.charAt(0).toLowerCase()}${title.slice(1)}` : title
}
