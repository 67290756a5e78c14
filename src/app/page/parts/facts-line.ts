import { noBreak } from '#text/nb/words/phone.ts'

/** What fits beside the time and the phone on the narrowest screen. */
const longestUnbroken = 21

/** Facts on one line of a row. It breaks between them, not within a short one: no «alene» by itself. */
export function factsLine(...facts: readonly (string | null)[]): string {
  return facts
    .filter((fact) => fact !== null)
    .filter((fact) => fact !== '')
    .map((fact) => (fact.length <= longestUnbroken ? fact.replaceAll(' ', noBreak) : fact))
    .join(`${noBreak}· `)
}
