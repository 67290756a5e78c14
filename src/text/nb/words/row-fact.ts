import type { RowFact } from '#domain/lists/row-facts.ts'
import { accessText, hasCodeText, offlineText } from './access.ts'
import { addressText } from './address.ts'
import { contactText } from './contact.ts'
import { durationWords } from './time.ts'

/** A fact of a list's row, as screen and paper say it. */
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
    case 'deviceDescription':
    case 'critical':
    case 'mobility':
      return fact.text
    case 'household':
      if (fact.livesAlone === null) return 'ikke kjent om bor alene'
      return fact.livesAlone ? 'bor alene' : 'bor med noen'
    case 'canLookIn':
      return `Kan se innom: ${contactText(fact.contact)}`
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

/** As `rowFactText`, shorter where a column of the paper has no room for it and its head says the rest. */
export function columnFactText(fact: RowFact): string {
  if (fact.kind === 'notAssessed') return '–'
  if (fact.kind === 'unknownBattery') return 'ikke kjent'
  if (fact.kind === 'noBattery') return durationWords(0)
  if (fact.kind === 'reserve') return reserveText(fact)
  if (fact.kind === 'canLookIn') return contactText(fact.contact)
  return rowFactText(fact)
}

/** What there is instead, with how long it lasts where the text does not say so. */
export function reserveText({ text, minutes }: { text: string | null; minutes: number | null }) {
  const lasts = minutes === null ? null : durationWords(minutes)
  if (text === null) return lasts ?? ''
  return lasts === null || text.includes(lasts) ? text : `${text} (${lasts})`
}
