import type { ActionCard } from '../cards/action-card.ts'
import {
  cardsToOpen,
  type Symptom,
  type SymptomAnswers,
  type SymptomGuide,
} from '../cards/symptom.ts'
import type { CoordinationFactBody, IncidentPart } from './coordination-fact.ts'

type Started = Extract<CoordinationFactBody, { kind: 'started' }>
type CardsInUse = Extract<IncidentPart, { part: 'cards' }>['value']

/** What is on the phone of cards, and which of them each symptom leads to. */
export type HeldCards = {
  guides: readonly SymptomGuide[]
  cards: readonly Pick<ActionCard, 'code' | 'version'>[]
}

/** The cards for what fails, in the versions of this phone. One that is not on the phone has no version to pin. */
export function cardsInUse(
  symptoms: readonly Symptom[],
  answers: SymptomAnswers,
  { guides, cards }: HeldCards,
): CardsInUse {
  return cardsToOpen(symptoms, answers, guides).flatMap((code) => {
    const held = cards.find((card) => card.code === code)
    return held === undefined ? [] : [{ code, version: held.version }]
  })
}

/** Starts an incident with the cards that its symptoms lead to. */
export function startOfIncident(
  plan: Omit<Started, 'kind' | 'cards'>,
  answers: SymptomAnswers,
  held: HeldCards,
): Started {
  return { kind: 'started', ...plan, cards: cardsInUse(plan.symptoms, answers, held) }
}
