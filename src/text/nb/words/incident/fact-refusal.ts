/** Why something was not said, and what to do about it. */
const refusalTexts = {
  locked: 'Telefonen er låst, og ingenting er lagret. Lås opp og trykk en gang til.',
  notTheAuthor: 'En annen har låst opp telefonen. Bytt ansatt, og trykk en gang til.',
  alreadySigned: 'Dette er alt lagret på telefonen.',
  tooLarge: 'Teksten er for lang. Skriv den kortere.',
  notAllowed:
    'Rollen din kan ikke si dette. Be ansvarsvakta, seksjonsleder eller HDU-vakta om å gjøre det.',
  storageFailed:
    'Ingenting er lagret: telefonen er full. Slett bilder eller andre apper, og trykk en gang til.',
} as const

type PlainKind = keyof typeof refusalTexts
type Refusal = { kind: PlainKind } | { kind: 'mentionsPerson'; found: string }

export function factRefusalText(refusal: Refusal): string {
  return refusal.kind === 'mentionsPerson'
    ? `Teksten nevner en bruker (${refusal.found}). Skriv den uten navn: hendelsen leses i hele kommunen.`
    : refusalTexts[refusal.kind]
}
