import * as z from 'zod/mini'
import { CardCode } from './action-card.ts'

/** What people see fail, in the order of the screen. */
export const Symptom = z.enum([
  'power',
  'mobile',
  'internet',
  'ehr',
  'alarm',
  'dispenser',
  'supervision',
  'lock',
  'signIn',
  'water',
  'road',
  'attack',
  'leak',
])
export type Symptom = z.infer<typeof Symptom>

const Cards = z.array(CardCode).check(z.minLength(1))

export const SymptomAnswer = z.object({
  /** Unique in its guide, as `area`. */
  id: z.string(),
  text: z.string(),
  cards: Cards,
})
export type SymptomAnswer = z.infer<typeof SymptomAnswer>

/** Which cards a symptom leads to: stream class `cards` (`symptomGuide@1`), one for each symptom. */
export const SymptomGuide = z.object({
  symptom: Symptom,
  /** To open in this order while the question is not answered. */
  cards: Cards,
  /** May be left unanswered: only the symptom is needed to start. */
  question: z.nullable(
    z.object({ text: z.string(), answers: z.array(SymptomAnswer).check(z.minLength(2)) }),
  ),
})
export type SymptomGuide = z.infer<typeof SymptomGuide>

/** The answers so far, by symptom; a symptom that is not there has no answer. */
export type SymptomAnswers = Partial<Record<Symptom, string>>

/**
 * Returns the cards to open for what fails, each once. The symptoms are taken in the order of the enum, so that everybody
 * who reports the same gets the same first card. An answer that the guide does not know counts as none.
 */
export function cardsToOpen(
  symptoms: readonly Symptom[],
  answers: SymptomAnswers,
  guides: readonly SymptomGuide[],
): CardCode[] {
  const cards = Symptom.options
    .filter((symptom) => symptoms.includes(symptom))
    .flatMap((symptom) => {
      const guide = guides.find((known) => known.symptom === symptom)
      const answer = guide?.question?.answers.find(({ id }) => id === answers[symptom])
      return answer?.cards ?? guide?.cards ?? []
    })
  return [...new Set(cards)]
}
