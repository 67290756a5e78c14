import type { RowFact } from '#domain/lists/row-facts.ts'
import { accessText, hasCodeText, offlineText } from './access.ts'
import { addressText } from './address.ts'
import { canLookInText, contactText } from './contact.ts'
import { priorityReasonText } from './priority.ts'
import { capitalized, durationWords } from './time.ts'

/** Words a fact of a list's row, for screen and paper. */
export function rowFactText(fact: RowFact): string {
  switch (fact.kind) {
    case 'priority':
      return fact.level
    case 'notAssessed':
      return 'ikke vurdert'
    case 'proposed':
      return 'foreslått'
    case 'time':
      return fact.at
    case 'noTime':
      return 'ikke satt'
    case 'helpWithin':
      return fact.minutes === 0 ? 'straks' : durationWords(fact.minutes)
    case 'device':
      return fact.title
    case 'noDevice':
      return 'Apparat ikke kartlagt'
    case 'battery':
      return durationWords(fact.minutes)
    case 'noBattery':
      return 'ikke batteri'
    case 'unknownBattery':
      return 'batteritid ikke kjent'
    case 'reserve':
      return `Reserve: ${reserveText(fact)}`
    case 'noReserve':
      return 'Ingen reserve registrert'
    case 'address':
    case 'protectedAddress':
    case 'noAddress':
      return addressText(fact)
    case 'service':
      return fact.code
    case 'reason':
      return priorityReasonText(fact)
    case 'deviceDescription':
    case 'critical':
    case 'mobility':
      return fact.text
    case 'household':
      if (fact.livesAlone === null) return 'ikke kjent om bor alene'
      return fact.livesAlone ? 'bor alene' : 'bor med noen'
    case 'canLookIn':
      return `${capitalized(canLookInText)}: ${contactText(fact.contact)}`
    case 'nextOfKin':
      return `Pårørende: ${contactText(fact.contact)}`
    case 'noContact':
      return 'Ingen pårørende registrert'
    case 'access':
      return [
        accessText(fact.access),
        fact.access.hasCode ? hasCodeText : null,
        fact.offline === null ? null : offlineText[fact.offline],
      ]
        .filter((part) => part !== null)
        .join(', ')
    case 'noAccess':
      return 'Ikke registrert hvordan man kommer inn'
    case 'protectedAccess':
      return 'Adressen åpnes med nødrettstilgang'
  }
}

/** Words a fact as `rowFactText` does, but shorter where a narrow column's head says the rest. */
export function columnFactText(fact: RowFact): string {
  if (fact.kind === 'notAssessed') return '–'
  if (fact.kind === 'unknownBattery') return 'ikke kjent'
  if (fact.kind === 'noBattery') return durationWords(0)
  if (fact.kind === 'reserve') return reserveText(fact)
  if (fact.kind === 'canLookIn') return contactText(fact.contact)
  return rowFactText(fact)
}

/** Words a reserve, with its duration when the text does not mention it. */
export function reserveText({ text, minutes }: { text: string | null; minutes: number | null }) {
  const lasts = minutes === null ? null : durationWords(minutes)
  if (text === null) return lasts ?? ''
  return lasts === null || text.includes(lasts) ? text : `${text} (${lasts})`
}
