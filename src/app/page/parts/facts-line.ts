import { noBreak } from '#text/nb/words/phone.ts'

/** The number of characters that fit between the time and the phone button on the narrowest screen. */
const maxUnbrokenLength = 21

/** Puts facts on one line of a row. It breaks between facts and not inside a short one. */
export function factsLine(...facts: readonly (string | null)[]): string {
  return facts
    .filter((fact) => fact !== null)
    .filter((fact) => fact !== '')
    .map((fact) => (fact.length <= maxUnbrokenLength ? fact.replaceAll(' ', noBreak) : fact))
    .join(`${noBreak}· `)
}
