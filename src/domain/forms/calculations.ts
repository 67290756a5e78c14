import type { AnswerOption } from './answer-option.ts'
import type { AskedItem } from './asked-items.ts'
import { findChoices, isSameChoice } from './choices.ts'
import { numberOf } from './enable-when.ts'
import { findExtension } from './extension.ts'
import { limitsOf, unitOf } from './item-limits.ts'
import { itemKind } from './item-kind.ts'
import { news2OfItems } from './news-of-items.ts'
import {
  calculate,
  exactSum,
  parseCalculation,
  type Calculation,
} from './expressions/path-expression.ts'
import type { Answer } from './questionnaire-response.ts'
import type { QuestionnaireContent, QuestionnaireItem } from './questionnaire.ts'

/** How an item's answer is made by the form itself. */
export type ItemCalculation =
  | { kind: 'expression'; calculation: Calculation }
  /** The points of all questions that are scored, or of those in the same group. */
  | { kind: 'total' | 'section' }
  | { kind: 'newsSum' | 'newsRow' }
  | { kind: 'unknown'; expression: string }

/** Ours: `newsSum` and `newsRow`. */
export const calculationUrl = 'urn:beredt:extension:calculation'
const expressionUrls = [
  'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
  'http://ehelse.no/fhir/StructureDefinition/sdf-calculatedExpression',
  'http://hl7.org/fhir/StructureDefinition/cqf-expression',
]
const scoringSystem = 'http://ehelse.no/scoringFormulas'

/** Null for what people answer themselves. */
export function findCalculation(item: QuestionnaireItem): ItemCalculation | null {
  const own = findExtension(item, calculationUrl)?.valueCode
  if (own !== undefined) {
    return own === 'newsSum' || own === 'newsRow'
      ? { kind: own }
      : { kind: 'unknown', expression: own }
  }
  if (hasScoring(item, 'TS')) return { kind: 'total' }
  if (hasScoring(item, 'SS')) return { kind: 'section' }
  const found = findExtension(item, ...expressionUrls)
  const expression = found?.valueExpression?.expression ?? found?.valueString ?? ''
  if (expression.trim() === '') return null
  const calculation = parseCalculation(expression)
  return calculation === null
    ? { kind: 'unknown', expression }
    : { kind: 'expression', calculation }
}

/** Whether the form itself makes the answer; what it cannot calculate here is answered by people. */
export function isCalculated(item: QuestionnaireItem): boolean {
  const calculation = findCalculation(item)
  return calculation !== null && calculation.kind !== 'unknown'
}

/** Whether a form sums up NEWS2. */
export function hasNewsSum({ item }: Pick<QuestionnaireContent, 'item'>): boolean {
  return item.some((one) => findCalculation(one)?.kind === 'newsSum')
}

function hasScoring({ code }: QuestionnaireItem, formula: 'QS' | 'SS' | 'TS'): boolean {
  return code?.some((one) => one.system === scoringSystem && one.code === formula) === true
}

/** Where an item is: the asked items of the whole form, and those of its own group. */
export type Surroundings = {
  form: Pick<QuestionnaireContent, 'contained'>
  all: readonly AskedItem[]
  group: readonly AskedItem[]
}

/** The calculated answer of an item; none while what it needs is not there. */
export function calculatedAnswer(
  item: QuestionnaireItem,
  calculation: Exclude<ItemCalculation, { kind: 'unknown' }>,
  { form, all, group }: Surroundings,
): Answer[] {
  switch (calculation.kind) {
    case 'expression': {
      const numbersOf = (linkId: string) =>
        all
          .filter((one) => one.item.linkId === linkId)
          .flatMap(({ given }) => given.flatMap((answer) => numberOf(answer) ?? []))
      return numberAnswer(item, calculate(calculation.calculation, numbersOf))
    }
    case 'total':
      return numberAnswer(item, pointsOf(all, form))
    case 'section':
      return numberAnswer(item, pointsOf(group, form))
    case 'newsSum':
      return numberAnswer(item, news2OfItems(all)?.sum ?? null)
    case 'newsRow': {
      const row = news2OfItems(all)?.row
      return (item.answerOption ?? []).flatMap((option) => rowAnswer(option, row))
    }
  }
}

function rowAnswer(option: AnswerOption, row: string | undefined): Answer[] {
  if (row === undefined || option.valueCoding?.code !== row) return []
  return (
    findChoices({ linkId: '', type: 'choice', answerOption: [option] }, {})?.map(
      ({ answer }) => answer,
    ) ?? []
  )
}

/** Null while no question that counts is answered: a sum of nothing is not nought. */
function pointsOf(
  items: readonly AskedItem[],
  form: Pick<QuestionnaireContent, 'contained'>,
): number | null {
  const points = items
    .filter(({ item }) => hasScoring(item, 'QS'))
    .flatMap(({ item, given }) => {
      const choices = findChoices(item, form) ?? []
      return given.flatMap(
        (answer) => choices.find((choice) => isSameChoice(choice.answer, answer))?.points ?? [],
      )
    })
  return points.length === 0 ? null : exactSum(points)
}

function numberAnswer(item: QuestionnaireItem, number: number | null): Answer[] {
  if (number === null) return []
  const decimals = limitsOf(item).decimals
  const value = decimals === null ? number : Number(number.toFixed(Math.min(decimals, 12)))
  const kind = itemKind(item)
  if (kind === 'integer') return [{ valueInteger: Math.round(number) }]
  if (kind === 'decimal') return [{ valueDecimal: value }]
  return kind === 'quantity' ? [{ valueQuantity: { value, ...unitOf(item) } }] : []
}
