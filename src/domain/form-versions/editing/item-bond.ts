import { findCalculation, hasNewsSum } from '../../forms/calculations.ts'
import type { QuestionnaireContent, QuestionnaireItem } from '../../forms/questionnaire.ts'
import { allItems } from './item-tree.ts'

/**
 * Why a question is not free to be changed. calculated: the form makes its answer. counted: a sum counts its answers.
 * asked: another question is shown by its answer.
 */
export type ItemBond = 'calculated' | 'counted' | 'asked'

/** Null for a question that nothing in the form rests on. */
export function findBond(item: QuestionnaireItem, form: QuestionnaireContent): ItemBond | null {
  if (findCalculation(item) !== null) return 'calculated'
  if (isCounted(item, form)) return 'counted'
  const isAsked = allItems(form.item).some((other) =>
    (other.enableWhen ?? []).some(({ question }) => question === item.linkId),
  )
  return isAsked ? 'asked' : null
}

/** Whether its words and answers stay as they are, because a sum would mean something else. */
export function isFixed(item: QuestionnaireItem, form: QuestionnaireContent): boolean {
  const bond = findBond(item, form)
  return bond === 'calculated' || bond === 'counted'
}

/** Whether a question, with all that is within it, may go. */
export function mayBeRemoved(item: QuestionnaireItem, form: QuestionnaireContent): boolean {
  return allItems([item]).every((one) => findBond(one, form) === null)
}

const scoringSystem = 'http://ehelse.no/scoringFormulas'

function isCounted({ linkId, code }: QuestionnaireItem, form: QuestionnaireContent): boolean {
  const codes = code ?? []
  if (codes.some(({ system }) => system === scoringSystem)) return true
  const all = allItems(form.item)
  if (codes.length > 0 && hasNewsSum({ item: all })) return true
  return all.some((other) => expressionsOf(other).some((text) => text.includes(`'${linkId}'`)))
}

/** What an item says in a language of expressions: sums, conditions and checks, also those that this build cannot read. */
function expressionsOf({ extension }: QuestionnaireItem): string[] {
  return (extension ?? []).flatMap(({ valueString, valueExpression }) =>
    [valueString, valueExpression?.expression].filter((text) => text !== undefined),
  )
}
