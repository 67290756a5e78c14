import { findCalculation, isCalculated } from './calculations.ts'
import { findChoices } from './choices.ts'
import { findOperator } from './enable-when.ts'
import { findExtension } from './extension.ts'
import { itemKind } from './item-kind.ts'
import { limitsOf } from './item-limits.ts'
import type { QuestionnaireContent, QuestionnaireItem } from './questionnaire.ts'
import { findPattern } from './expressions/safe-pattern.ts'

/**
 * Why a field cannot be shown. type: of another type than the renderer has. choices: its answers lie outside of the form.
 * unit: its unit is chosen. modifier: something that changes its meaning, which this build does not know.
 */
export type FieldObstacle =
  | { kind: 'type'; type: string }
  | { kind: 'choices'; valueSet: string }
  | { kind: 'unit' | 'modifier' }

/**
 * What a field lacks that can be shown. calculation: people calculate it themselves. condition: the field stands always.
 * rule: an answer that the form forbids is not noticed. prefill: what the form would fill in by itself is empty.
 */
export type FieldLack = 'calculation' | 'condition' | 'rule' | 'prefill'

/** Finds why an item's field cannot be shown; null when it can. */
export function findObstacle(
  item: QuestionnaireItem,
  form: Pick<QuestionnaireContent, 'contained'>,
): FieldObstacle | null {
  const kind = itemKind(item)
  if ((item.modifierExtension ?? []).length > 0) return { kind: 'modifier' }
  if (kind === 'unknown') return { kind: 'type', type: item.type }
  if (kind === 'choice' && !isCalculated(item) && findChoices(item, form) === null) {
    return { kind: 'choices', valueSet: item.answerValueSet ?? '' }
  }
  const unitOption = 'http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption'
  return kind === 'quantity' && findExtension(item, unitOption) !== null ? { kind: 'unit' } : null
}

/** Whether people can answer an item in the app. What they cannot answer never keeps a form from being signed. */
export function canBeAnswered(
  item: QuestionnaireItem,
  form: Pick<QuestionnaireContent, 'contained'>,
): boolean {
  return findObstacle(item, form) === null
}

const ehelse = 'http://ehelse.no/fhir/StructureDefinition'
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition'
const ruleUrls = [
  `${ehelse}/sdf-fhirpathvalidation`,
  `${ehelse}/sdf-maxvalue`,
  `${ehelse}/sdf-minvalue`,
  'http://hl7.org/fhir/StructureDefinition/questionnaire-constraint',
]
const prefillUrls = [
  `${ehelse}/sdf-fhirpath`,
  `${sdc}/sdc-questionnaire-initialExpression`,
  'http://hl7.org/fhir/StructureDefinition/questionnaire-initialExpression',
]
const conditionUrls = [`${sdc}/sdc-questionnaire-enableWhenExpression`]

/** What a field that is shown does not do here. */
export function lacksOf(item: QuestionnaireItem): FieldLack[] {
  const { pattern } = limitsOf(item)
  const hasUnknownCondition = (item.enableWhen ?? []).some((one) => findOperator(one) === null)
  const isUnreadPattern = pattern !== null && findPattern(pattern) === null
  return [
    ...(findCalculation(item)?.kind === 'unknown' ? (['calculation'] as const) : []),
    ...(hasUnknownCondition || findExtension(item, ...conditionUrls) !== null
      ? (['condition'] as const)
      : []),
    ...(isUnreadPattern || findExtension(item, ...ruleUrls) !== null ? (['rule'] as const) : []),
    ...(findExtension(item, ...prefillUrls) !== null ? (['prefill'] as const) : []),
  ]
}
